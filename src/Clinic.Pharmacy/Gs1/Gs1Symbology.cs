namespace Clinic.Pharmacy.Gs1;

/// <summary>The prefix by which a scanner says what kind of symbol it read.</summary>
/// <remarks>ISO/IEC 15424; GS1 General Specifications, 5.1.2. Upper and lower case differ.</remarks>
internal static class Gs1Symbology
{
    /// <summary>The prefix of GS1 DataMatrix.</summary>
    public const string DataMatrix = "]d2";

    /// <summary>The length of every prefix.</summary>
    public const int Length = 3;

    private const string Accepted = "]d2 ]C1 ]e0 ]Q3 ]J1 ]E0 ]E4";

    /// <summary>Looks at the first characters of a text that begins with a closing square bracket.</summary>
    /// <param name="text">The text as the scanner sent it.</param>
    /// <param name="gtinDigits">The digits of the only value that the symbol can hold, or zero for an element string.</param>
    public static Gs1Defect Read(ReadOnlySpan<char> text, out int gtinDigits)
    {
        var prefix = text[..Math.Min(Length, text.Length)];
        gtinDigits = prefix switch { "]E0" => 13, "]E4" => 8, _ => 0 };
        if (gtinDigits > 0 || prefix is DataMatrix or "]C1" or "]e0" or "]Q3" or "]J1") return default;
        var offset = text.Length > 1 && text[1] is 'd' or 'C' or 'e' or 'Q' or 'J' or 'E' ? 2 : 1;
        return new(PharmacyRules.ScanNotGs1, offset, Accepted);
    }
}
