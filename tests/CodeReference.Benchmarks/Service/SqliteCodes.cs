using CodeReference.Hosting;
using CodeReference.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using PlainAnswers = CodeReference.Hosting.RequestHandler;

namespace CodeReference.Benchmarks.Service;

/// <summary>The codes of a book in SQLite, in memory, each with its answer ready-made: a lookup is one step of a prepared statement.</summary>
internal sealed class SqliteCodes : IDisposable
{
    private const string Source = "Data Source=codes;Mode=Memory;Cache=Shared";

    private readonly SqliteConnection _first = new(Source);
    private readonly ThreadLocal<SqliteCommand> _find = new(Prepare);

    public SqliteCodes(ReferenceBook book, PlainAnswers answers)
    {
        _first.Open();
        Run("CREATE TABLE codes (code TEXT PRIMARY KEY, answer BLOB NOT NULL) WITHOUT ROWID");
        using var filling = _first.BeginTransaction();
        foreach (var code in CodeLists.All(book))
        {
            using var insert = _first.CreateCommand();
            insert.CommandText = "INSERT OR IGNORE INTO codes VALUES ($code, $answer)";
            insert.Parameters.AddWithValue("$code", code);
            insert.Parameters.AddWithValue("$answer", answers.LookupCode(new() { Code = code, View = View.Full }).ToByteArray());
            insert.ExecuteNonQuery();
        }

        filling.Commit();
    }

    public LookupCodeResponse LookupCode(LookupCodeRequest request)
    {
        var find = _find.Value!;
        find.Parameters[0].Value = request.Code.Trim().ToUpperInvariant();
        return find.ExecuteScalar() is byte[] answer
            ? LookupCodeResponse.Parser.ParseFrom(answer)
            : throw new RpcException(new(StatusCode.NotFound, ""));
    }

    public void Dispose()
    {
        _find.Dispose();
        _first.Dispose();
    }

    private static SqliteCommand Prepare()
    {
        var connection = new SqliteConnection(Source);
        connection.Open();
        var find = connection.CreateCommand();
        find.CommandText = "SELECT answer FROM codes WHERE code = $code";
        find.Parameters.Add("$code", SqliteType.Text);
        find.Prepare();
        return find;
    }

    private void Run(string statement)
    {
        using var command = _first.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
