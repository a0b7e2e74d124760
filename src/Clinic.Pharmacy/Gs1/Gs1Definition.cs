using System.Globalization;

namespace Clinic.Pharmacy.Gs1;

/// <summary>What one application identifier allows as its value.</summary>
internal sealed class Gs1Definition(string identifier, int shortest, int longest, Gs1Charset charset)
{
    /// <summary>The two to four digits of the identifier.</summary>
    public string Identifier { get; } = identifier;

    /// <summary>The place in the table, from zero.</summary>
    public int Index { get; set; }

    /// <summary>The fewest characters of a value.</summary>
    public int Shortest { get; } = shortest;

    /// <summary>The most characters of a value.</summary>
    public int Longest { get; } = longest;

    /// <summary>The number of characters by which lengths between the two differ.</summary>
    public int Step { get; init; } = 1;

    /// <summary>How many characters at the beginning must be digits.</summary>
    public int LeadingDigits { get; init; }

    /// <summary>How many characters at the beginning end in a check digit; zero for none.</summary>
    public int CheckedDigits { get; init; }

    /// <summary>Whether the value is a date of six digits.</summary>
    public bool IsDate { get; init; }

    /// <summary>The set of the characters behind the leading digits.</summary>
    public Gs1Charset Charset { get; } = charset;

    /// <summary>Whether the length is predefined, so that no separator follows.</summary>
    /// <remarks>GS1 General Specifications, 7.8.5: identifiers that begin with 00-04, 11-20, 31-36 or 41.</remarks>
    public bool EndsItself { get; } = Prefix(identifier) is <= 4 or (>= 11 and <= 20) or (>= 31 and <= 36) or 41;

    /// <summary>Whether the value is a trade item number.</summary>
    public bool IsGtin => Identifier is "01" or "02";

    /// <summary>Whether <see cref="Gs1Scan"/> has a property for the value.</summary>
    public bool HasOwnProperty => Identifier is "01" or "10" or "11" or "15" or "17" or "21";

    /// <summary>The allowed lengths, in a notation that needs no translation.</summary>
    public string AllowedLengths()
    {
        if (Shortest == Longest) return Shortest.ToString(CultureInfo.InvariantCulture);
        if (Step == 1) return string.Create(CultureInfo.InvariantCulture, $"{Shortest}-{Longest}");
        var all = Enumerable.Range(0, ((Longest - Shortest) / Step) + 1).Select(n => Shortest + (n * Step));
        return string.Join(" / ", all.Select(n => n.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The first defect of a value, or none.</summary>
    public Gs1Defect Check(ReadOnlySpan<char> value, int referenceYear)
    {
        var within = value.Length > Longest ? value[..Longest] : value;
        var digits = Math.Min(LeadingDigits, within.Length);
        var other = Gs1Charset.Digits.FirstOther(within[..digits]);
        if (other >= 0) return Stranger(value[other], other, Gs1Charset.Digits);
        other = digits == within.Length ? -1 : Charset.FirstOther(within[digits..]);
        if (other >= 0) return Stranger(value[digits + other], digits + other, Charset);
        if (value.Length < Shortest) return new(PharmacyRules.ScanValueTooShort, value.Length, AllowedLengths());
        if (value.Length > Longest) return new(PharmacyRules.ScanValueTooLong, Longest, AllowedLengths());
        var tail = (value.Length - Shortest) % Step;
        if (tail > 0) return new(PharmacyRules.ScanValueTooLong, value.Length - tail, AllowedLengths());
        return CheckMeaning(value, referenceYear);
    }

    private Gs1Defect CheckMeaning(ReadOnlySpan<char> value, int referenceYear)
    {
        if (CheckedDigits > 0 && CheckDigit.After(value[..(CheckedDigits - 1)]) is var due && due != value[CheckedDigits - 1])
            return new(PharmacyRules.ScanCheckDigitWrong, CheckedDigits - 1, due.ToString());
        if (IsGtin && !value.ContainsAnyExcept('0')) return new(PharmacyRules.ScanGtinZero, 0, "");
        if (!IsDate) return default;
        var impossible = Gs1Date.Read(value, referenceYear, out _);
        return impossible < 0
            ? default
            : new(PharmacyRules.ScanDateInvalid, impossible, impossible == 2 ? "01-12" : "00-31");
    }

    private Gs1Defect Stranger(char found, int offset, Gs1Charset allowed) => new(
        !EndsItself && offset > 0 && Gs1Charset.Text.Contains(found)
            ? PharmacyRules.ScanSeparatorMissing
            : PharmacyRules.ScanCharacterNotAllowed,
        offset,
        allowed.Allowed);

    private static int Prefix(string identifier) => ((identifier[0] - '0') * 10) + (identifier[1] - '0');
}
