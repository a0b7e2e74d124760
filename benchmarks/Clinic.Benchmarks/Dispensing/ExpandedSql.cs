using System.Globalization;
using System.Text;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>Finds the bound values of a statement in the text that SQLite expands it to.</summary>
public static class ExpandedSql
{
    /// <summary>The values of <c>?1</c>, <c>?2</c> and so on; both texts are the same but for them.</summary>
    public static IReadOnlyList<object> Values(string sql, string expanded)
    {
        var values = new SortedDictionary<int, object>();
        var at = 0;
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] == '?')
            {
                var digits = sql[(i + 1)..].TakeWhile(char.IsAsciiDigit).Count();
                values[int.Parse(sql.AsSpan(i + 1, digits), CultureInfo.InvariantCulture)] = Literal(expanded, ref at);
                i += digits;
            }
            else if (at >= expanded.Length || sql[i] != expanded[at++])
            {
                throw new FormatException($"The statement and its expansion part at {i}: {sql}");
            }
        }

        return values.Keys.SequenceEqual(Enumerable.Range(1, values.Count)) ? [.. values.Values] : throw new FormatException($"Parameters have gaps: {sql}");
    }

    private static object Literal(string text, ref int at)
    {
        if (text[at] == '\'') return Quoted(text, ref at);
        var from = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '.')) at++;
        var word = text.AsSpan(from, at - from);
        return word is "NULL" ? DBNull.Value : long.Parse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] == '\'' && (++at == text.Length || text[at] != '\'')) return value.ToString();
            value.Append(text[at]);
        }
    }
}
