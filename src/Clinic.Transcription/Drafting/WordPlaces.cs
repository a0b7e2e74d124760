using System.Globalization;

namespace Clinic.Transcription.Drafting;

/// <summary>Where the words of a text stand after it was corrected: the longest row of words that both have is what stayed.</summary>
internal sealed class WordPlaces
{
    // Beyond it only the beginning and the end that both texts share count as what stayed.
    private const int MostCells = 4_000_000;

    private readonly string before;
    private readonly string after;
    private readonly List<(int Start, int End)> old;
    private readonly List<(int Start, int End)> now;
    private readonly int[] stayed;
    private readonly ushort[,]? heads;
    private readonly ushort[,]? tails;

    public WordPlaces(string before, string after)
    {
        (this.before, this.after, old, now) = (before, after, Words(before), Words(after));
        if ((long)(old.Count + 1) * (now.Count + 1) <= MostCells) (heads, tails) = (Heads(), Tails());
        stayed = Stayed();
    }

    /// <summary>The stretch that has the same words, or those that stand in their place; a length of 0 where none is left.</summary>
    /// <returns>The stretch, and whether it reads as before to the letter.</returns>
    public (int Start, int Length, bool IsSame) Map(int start, int length)
    {
        if (before == after) return (start, length, true);
        var (first, last) = (old.FindIndex(w => w.End > start), old.FindLastIndex(w => w.Start < start + length));
        if (first < 0 || last < first) return (Math.Min(start, after.Length), 0, false);
        // Who cites a whole turn cites all that was said in it.
        if (first == 0 && last == old.Count - 1) return now.Count == 0 ? (0, 0, false) : Whole(start, length);
        var rows = InOneRow(first, last).Select(at => Moved(start, length, first, last, at)).ToList();
        // Of places with the same words the one with the same marks, if any has them.
        if (rows.Count > 0) return rows.Find(r => r.IsSame) is { IsSame: true } same ? same : rows[0];
        var (from, to) = (stayed[first] >= 0 ? stayed[first] : Behind(first), stayed[last] >= 0 ? stayed[last] : Before(last));
        if (from > to) return (from < now.Count ? now[from].Start : after.Length, 0, false);
        return (now[from].Start, now[to].End - now[from].Start, false);
    }

    private (int Start, int Length, bool IsSame) Whole(int start, int length)
    {
        var (from, to) = (start <= old[0].Start ? Math.Min(start, now[0].Start) : now[0].Start, start + length >= before.Length ? after.Length : now[^1].End);
        return (from, to - from, before.AsSpan(start, length).SequenceEqual(after.AsSpan(from, to - from)));
    }

    // Where all of its words stand in one row again, in some longest row: one said twice and struck out once is still there.
    private IEnumerable<int> InOneRow(int first, int last)
    {
        var (at, count) = (stayed[first], last - first + 1);
        if (at >= 0 && Enumerable.Range(0, count).All(i => stayed[first + i] == at + i)) yield return at;
        if (heads is null || tails is null) yield break;
        var all = Enumerable.Range(0, Math.Max(0, now.Count - count + 1))
            .Where(j => heads[first, j] + count + tails[last + 1, j + count] == tails[0, 0] && Enumerable.Range(0, count).All(i => IsSame(first + i, j + i)))
            .OrderBy(j => Math.Min(Math.Abs(j - first), Math.Abs(j - first - now.Count + old.Count)));
        foreach (var j in all) yield return j;
    }

    private (int Start, int Length, bool IsSame) Moved(int start, int length, int first, int last, int at)
    {
        var moved = start + now[at].Start - old[first].Start;
        if (moved >= 0 && moved + length <= after.Length && before.AsSpan(start, length).SequenceEqual(after.AsSpan(moved, length))) return (moved, length, true);
        // The words are the same, the marks between or around them are not.
        var (from, to) = (now[at].Start + Math.Max(0, start - old[first].Start), now[at + last - first].Start + Math.Min(old[last].End, start + length) - old[last].Start);
        return (from, to - from, false);
    }

    // The first word that stands where a word went.
    private int Behind(int word)
    {
        while (word >= 0 && stayed[word] < 0) word--;
        return word < 0 ? 0 : stayed[word] + 1;
    }

    // The last one.
    private int Before(int word)
    {
        while (word < old.Count && stayed[word] < 0) word++;
        return (word < old.Count ? stayed[word] : now.Count) - 1;
    }

    // Of each word the place that it has now, or -1: the shared beginning and end first, so that one change moves nothing else.
    private int[] Stayed()
    {
        var places = new int[old.Count];
        Array.Fill(places, -1);
        var (head, end) = (0, 0);
        while (head < Math.Min(old.Count, now.Count) && IsSame(head, head)) places[head] = head++;
        while (end < Math.Min(old.Count, now.Count) - head && IsSame(old.Count - 1 - end, now.Count - 1 - end)) end++;
        for (var i = 1; i <= end; i++) places[^i] = now.Count - i;
        if (tails is null) return places;
        var (b, a) = (head, head);
        // Rows that end where the shared end begins.
        while (b < old.Count - end && a < now.Count - end)
        {
            if (IsSame(b, a) && tails[b, a] == tails[b + 1, a + 1] + 1) places[b++] = a++;
            else if (tails[b + 1, a] >= tails[b, a + 1]) b++;
            else a++;
        }

        return places;
    }

    private ushort[,] Tails()
    {
        var row = new ushort[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--) row[i, j] = IsSame(i, j) ? (ushort)(row[i + 1, j + 1] + 1) : Math.Max(row[i + 1, j], row[i, j + 1]);
        }

        return row;
    }

    private ushort[,] Heads()
    {
        var row = new ushort[old.Count + 1, now.Count + 1];
        for (var i = 0; i < old.Count; i++)
        {
            for (var j = 0; j < now.Count; j++) row[i + 1, j + 1] = IsSame(i, j) ? (ushort)(row[i, j] + 1) : Math.Max(row[i, j + 1], row[i + 1, j]);
        }

        return row;
    }

    private bool IsSame(int i, int j) => before.AsSpan(old[i].Start, old[i].End - old[i].Start).SequenceEqual(after.AsSpan(now[j].Start, now[j].End - now[j].Start));

    private static List<(int Start, int End)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text[at])) continue;
            var start = at;
            while (at + 1 < text.Length && IsPart(text[at + 1])) at++;
            words.Add((start, at + 1));
        }

        return words;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
