using System.Text;

namespace Clinic.Printing;

/// <summary>Prints a sheet as text of 42 columns, the width of a receipt printer. Pure.</summary>
internal static class TextPrinter
{
    public const int Columns = 42;

    public static string Print(PrintSheet sheet)
    {
        var text = new StringBuilder();
        foreach (var line in sheet.Head.Append(sheet.Title).SelectMany(l => Wrap(l, Columns))) text.Append(' ', (Columns - line.Length) / 2).Append(line).Append('\n');
        foreach (var block in sheet.Blocks.Where(b => b.Count > 0))
        {
            text.Append('-', Columns).Append('\n');
            foreach (var row in block) Row(text, row);
        }

        text.Append('-', Columns).Append('\n');
        foreach (var line in Wrap(sheet.Foot, Columns)) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static void Row(StringBuilder text, PrintRow row)
    {
        var indent = row.IsSmall ? 2 : 0;
        if (row.Right is not { } right)
        {
            foreach (var line in Wrap(row.Left, Columns - indent)) text.Append(' ', indent).Append(line).Append('\n');
            return;
        }

        // What does not fit beside its amount stands above it.
        var room = Columns - indent - right.Length - 1;
        var lines = Wrap(row.Left, Columns - indent).ToList();
        if (lines.Count > 0 && lines[^1].Length > room) lines.Add("");
        foreach (var line in lines.Take(lines.Count - 1)) text.Append(' ', indent).Append(line).Append('\n');
        var last = lines.Count > 0 ? lines[^1] : "";
        text.Append(' ', indent).Append(last).Append(' ', Math.Max(Columns - indent - last.Length - right.Length, last.Length == 0 ? 0 : 1)).Append(right).Append('\n');
    }

    // Breaks at spaces, and words that are wider than the paper anywhere.
    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(width).Select(c => new string(c))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0) yield return line;
    }

    private static string Clean(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
