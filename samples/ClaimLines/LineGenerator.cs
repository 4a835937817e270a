using System.Text;

namespace ClaimLines;

/// <summary>Writes files of made-up claim lines, as many as are wanted and the same ones each time. A row in 100,000 is bad.</summary>
internal static class LineGenerator
{
    private const int BadEvery = 100_000;

    // Common values stand more than once.
    private static readonly string[] Procedures = ["12032", "12032", "12032", "12032", "12032", "12032", "12002", "12034", "99213", "14020"];
    private static readonly string[] Modifiers = ["", "", "", "", "LT", "LT", "RT", "RT", "59", "XS", "51", "LT 59", "59 RT", "LT RT", "58", "58 59", "51 XU", "26", "50 LT", "lt lt", "ZZ", "5", "59 XS"];
    private static readonly string[] Payers = ["", "Medicare", "Medicare", "medicare part b", "Aetna", "Lakeside", "Lakeside Health Plan", "\"Blue Cross, Blue Shield\"", "Horizon", "Acme Mutual"];
    private static readonly string[] Places = ["", "20", "20", "23", "11", "02"];
    private static readonly string[] Units = ["", "1", "1", "1", "1", "2"];
    private static readonly string[] BadRows = ["1203,LT,,20,1,2026-01-05", "12032,LT,,20,one,2026-01-05", "12032,LT,,20,1,2026-02-30", "12032,LT,,20", "12032,LT,\"Acme,20,1,2026-01-05"];

    /// <summary>Writes a file.</summary>
    public static void Write(string path, long count)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20) { NewLine = "\n" };
        writer.WriteLine(Columns.Header);
        var random = 0x9E3779B97F4A7C15ul;
        for (var i = 1L; i <= count; i++)
        {
            if (i % BadEvery == 0)
            {
                writer.WriteLine(BadRows[i / BadEvery % BadRows.Length]);
                continue;
            }

            // Xorshift: the same numbers with every runtime.
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            var day = random >> 54;
            writer.Write(Pick(Procedures, random));
            writer.Write(',');
            writer.Write(Pick(Modifiers, random >> 8));
            writer.Write(',');
            writer.Write(Pick(Payers, random >> 20));
            writer.Write(',');
            writer.Write(Pick(Places, random >> 30));
            writer.Write(',');
            writer.Write(Pick(Units, random >> 40));
            writer.Write(",2026-");
            writer.Write((char)('0' + (day % 12 + 1) / 10));
            writer.Write((char)('0' + (day % 12 + 1) % 10));
            writer.Write('-');
            writer.Write((char)('0' + (day % 28 + 1) / 10));
            writer.WriteLine((char)('0' + (day % 28 + 1) % 10));
        }
    }

    private static string Pick(string[] values, ulong random) => values[(int)(random % 4096 % (ulong)values.Length)];
}
