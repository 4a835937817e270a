using CodeReference.Client;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CodeReference.Hosting.Tests;

/// <summary>The mappings between records and messages: what a record holds comes back, and no field of a message is left out.</summary>
public sealed class WireTests
{
    private static readonly Gen<int> Seed = Gen.Int[1, 50_000];

    [Fact]
    public void Edition_Any_ComesBack() => AssertComesBack<EditionAnswer, Wire.GetEditionResponse>(EditionWire.ToMessage, EditionWire.FromMessage);

    [Fact]
    public void PublicationSummary_Any_ComesBack() =>
        AssertComesBack<PublicationSummary, Wire.PublicationSummary>(PublicationWire.ToMessage, PublicationWire.FromMessage);

    [Fact]
    public void Publication_Any_ComesBack() =>
        AssertComesBack<PublicationAnswer, Wire.GetPublicationResponse>(PublicationWire.ToMessage, PublicationWire.FromMessage);

    [Fact]
    public void Advisory_Any_ComesBack() => AssertComesBack<Client.Advisory, Wire.Advisory>(FindingWire.ToMessage, FindingWire.FromMessage);

    [Fact]
    public void Code_Any_ComesBack() => AssertComesBack<CodeAnswer, Wire.LookupCodeResponse>(CodeWire.ToMessage, CodeWire.FromMessage);

    [Fact]
    public void CodeQuery_Any_ComesBack() =>
        AssertComesBack<CodeQuery, Wire.LookupCodeRequest>(query => CodeWire.ToMessage(query, View.Full, "edition"), CodeWire.FromMessage);

    [Fact]
    public void Search_Any_ComesBack() => AssertComesBack<SearchAnswer, Wire.SearchCodesResponse>(SearchWire.ToMessage, SearchWire.FromMessage);

    [Fact]
    public void SearchQuery_Any_ComesBack() => AssertComesBack<SearchQuery, Wire.SearchCodesRequest>(
        query => SearchWire.ToMessage(query.Text, query.Systems, query.MaxResults, "edition"),
        message => new() { Text = message.Query, Systems = SearchWire.SystemsOf(message), MaxResults = message.MaxResults });

    [Fact]
    public void Selection_Any_ComesBack() => AssertComesBack<SelectionAnswer, Wire.SelectCodeResponse>(SelectionWire.ToMessage, SelectionWire.FromMessage);

    [Fact]
    public void SelectionQuery_Any_ComesBack() =>
        AssertComesBack<SelectionQuery, Wire.SelectCodeRequest>(query => SelectionWire.ToMessage(query, View.Full, "edition"), SelectionWire.FromMessage);

    [Fact]
    public void Validation_Any_ComesBack() =>
        AssertComesBack<ValidationAnswer, Wire.ValidateModifiersResponse>(ValidationWire.ToMessage, ValidationWire.FromMessage);

    [Fact]
    public void ValidationQuery_Any_ComesBack() =>
        AssertComesBack<ValidationQuery, Wire.ValidateModifiersRequest>(query => ValidationWire.ToMessage(query, View.Full, "edition"), ValidationWire.FromMessage);

    [Fact]
    public void View_Every_ComesBack() =>
        Assert.All(Enum.GetValues<View>(), view => Assert.Equal(view, WireValues.FromMessage(WireValues.ToMessage(view))));

    [Fact]
    public void View_Undefined_StaysUndefined()
    {
        Assert.False(Enum.IsDefined(WireValues.FromMessage((Wire.View)3)));
        Assert.False(Enum.IsDefined(WireValues.FromMessage((Wire.View)(-1))));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2026, 2, 29)]
    [InlineData(2026, 13, 1)]
    public void Date_OutsideTheCalendar_IsNone(int year, int month, int day) =>
        Assert.Null(WireValues.FromMessage(new Google.Type.Date { Year = year, Month = month, Day = day }));

    private static void AssertComesBack<TRecord, TMessage>(Func<TRecord, TMessage> toMessage, Func<TMessage, TRecord> fromMessage)
        where TMessage : IMessage<TMessage>
    {
        Seed.Sample(seed =>
        {
            var record = new Filled(seed).Of<TRecord>();
            var message = toMessage(record);
            Assert.Equal(Filled.TextOf(record), Filled.TextOf(fromMessage(message)));
            Assert.Empty(UnsetIn(message));
        }, iter: 20);
    }

    private static IEnumerable<string> UnsetIn(IMessage message) => message.Descriptor.Fields.InFieldNumberOrder().SelectMany(field =>
        (field, field.Accessor.GetValue(message)) switch
        {
            (_, IMessage part) => UnsetIn(part),
            (_, System.Collections.IList { Count: > 0 } items) => items.OfType<IMessage>().SelectMany(UnsetIn),
            ({ IsRepeated: false, FieldType: not FieldType.Message }, var value) when IsSet(value) => [],
            _ => [field.FullName],
        });

    private static bool IsSet(object value) => value switch
    {
        string text => text.Length > 0,
        double number => number != 0,
        _ => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) != 0,
    };

    /// <summary>What a search is asked, which has no record of its own.</summary>
    private sealed record SearchQuery
    {
        public string Text { get; init; } = "";

        public IReadOnlyList<CodeSystem> Systems { get; init; } = [];

        public int MaxResults { get; init; }
    }
}
