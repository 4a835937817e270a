using System.Globalization;
using ClaimLines;

// ClaimLines lines.csv                          validates a file
// ClaimLines --generate 10000000 lines.csv      writes one of that many lines
try
{
    switch (args)
    {
        case ["--generate", var count, var path] when long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var lines):
            LineGenerator.Write(path, lines);
            return 0;
        case [var path] when !path.StartsWith('-'):
            using (var file = LineFile.Open(path))
            {
                var summary = new Run(file, Book.Instance).Validate(new Progress(Console.Error, file.Length));
                summary.Write(Console.Out, Path.GetFileName(path));
                return summary.BadRows == 0 ? 0 : 2;
            }

        default:
            Console.Error.WriteLine("ClaimLines <file.csv>\nClaimLines --generate <lines> <file.csv>");
            return 64;
    }
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
