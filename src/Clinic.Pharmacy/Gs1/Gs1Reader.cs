namespace Clinic.Pharmacy.Gs1;

/// <summary>Goes through a text element by element and stops at the first defect.</summary>
/// <remarks>
/// In the form for people a bracket belongs to a value unless two to four digits and a closing bracket follow it;
/// one that does belong to it all the same is written <c>\(</c>, as other GS1 tools do.
/// </remarks>
internal ref struct Gs1Reader(ReadOnlySpan<char> text, int start, bool bracketed, int referenceYear)
{
    /// <summary>The group separator that stands for FNC1 in what a scanner sends.</summary>
    public const char Separator = '\u001d';

    /// <summary>Says in the form for people that a bracket is part of the value.</summary>
    public const string EscapedBracket = "\\(";

    private readonly ReadOnlySpan<char> text = text;
    private int next = start;

    /// <summary>What the current identifier allows.</summary>
    public Gs1Definition Definition { get; private set; } = null!;

    /// <summary>The current value.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>The offset of the current identifier's first digit.</summary>
    public int IdentifierAt { get; private set; }

    /// <summary>What stopped the reading; nothing at the end of the text.</summary>
    public Gs1Defect Defect { get; private set; }

    /// <summary>Goes to the next element; false at the end or at a defect.</summary>
    public bool Read()
    {
        while (next < text.Length && text[next] == Separator) next++;
        if (next == text.Length) return false;
        if (!(bracketed ? ReadBracketedIdentifier() : ReadIdentifier())) return false;
        var at = next;
        var raw = text[at..(bracketed ? BracketedEnd(at) : End(at))];
        var escaped = bracketed && raw.Contains(EscapedBracket, StringComparison.Ordinal);
        Value = escaped ? raw.ToString().Replace(EscapedBracket, "(", StringComparison.Ordinal) : raw;
        next = at + raw.Length;
        if (Definition.Check(Value, referenceYear) is not { Exists: true } defect) return true;
        return Stop(defect with
        {
            Offset = at + (escaped ? RawOffset(raw, defect.Offset) : defect.Offset),
            Identifier = Definition.Identifier,
        });
    }

    private bool ReadIdentifier()
    {
        IdentifierAt = next;
        if (DigitsFrom(next, 2) is < 2 and var two) return Stop(Expected(next + two));
        var length = Gs1Definitions.LengthOf(text.Slice(next, 2));
        if (length == 0) return Stop(Unknown(2));
        if (DigitsFrom(next, length) is var count && count < length) return Stop(Expected(next + count));
        if (Gs1Definitions.Find(text.Slice(next, length)) is not { } found) return Stop(Unknown(length));
        Definition = found;
        next += length;
        return true;
    }

    private bool ReadBracketedIdentifier()
    {
        if (text[next] != '(') return Stop(new(PharmacyRules.ScanIdentifierExpected, next, "("));
        IdentifierAt = ++next;
        var count = DigitsFrom(next, 4);
        if (count < 2) return Stop(Expected(next + count));
        if (next + count == text.Length || text[next + count] != ')')
            return Stop(new(PharmacyRules.ScanIdentifierExpected, next + count, count < 4 ? "0-9 )" : ")"));
        if (Gs1Definitions.Find(text.Slice(next, count)) is not { } found) return Stop(Unknown(count));
        Definition = found;
        next += count + 1;
        return true;
    }

    private readonly int End(int at)
    {
        var longest = Definition.EndsItself ? Math.Min(Definition.Longest, text.Length - at) : text.Length - at;
        var separator = text.Slice(at, longest).IndexOf(Separator);
        return at + (separator < 0 ? longest : separator);
    }

    private readonly int BracketedEnd(int at)
    {
        for (var i = at; ; i++)
        {
            var stop = text[i..].IndexOfAny('(', Separator);
            if (stop < 0) return text.Length;
            i += stop;
            if (text[i] == Separator || (!(i > at && text[i - 1] == '\\') && LooksLikeIdentifier(text[i..]))) return i;
        }
    }

    /// <summary>Whether a text that begins with a bracket would be read as an identifier.</summary>
    public static bool LooksLikeIdentifier(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < 4 && count + 1 < text.Length && char.IsAsciiDigit(text[count + 1])) count++;
        return count >= 2 && count + 1 < text.Length && text[count + 1] == ')';
    }

    private readonly int DigitsFrom(int at, int most)
    {
        var count = 0;
        while (count < most && at + count < text.Length && char.IsAsciiDigit(text[at + count])) count++;
        return count;
    }

    private static int RawOffset(ReadOnlySpan<char> raw, int offset)
    {
        var i = 0;
        for (var n = 0; n < offset && i < raw.Length; n++) i += raw[i..].StartsWith(EscapedBracket, StringComparison.Ordinal) ? 2 : 1;
        return i;
    }

    private static Gs1Defect Expected(int offset) => new(PharmacyRules.ScanIdentifierExpected, offset, "0-9");

    private readonly Gs1Defect Unknown(int length) =>
        new(PharmacyRules.ScanIdentifierUnknown, IdentifierAt, "", text.Slice(IdentifierAt, length).ToString());

    private bool Stop(Gs1Defect defect)
    {
        Defect = defect;
        return false;
    }
}
