namespace Clinic.Pharmacy.Gs1;

/// <summary>The GS1 modulo-10 check digit of GTIN, GLN, SSCC and other keys.</summary>
/// <remarks>GS1 General Specifications, 7.9.1: weights 3 and 1 alternate from the right. Every single wrong digit is detected.</remarks>
public static class CheckDigit
{
    /// <summary>The check digit that belongs behind the given digits.</summary>
    /// <exception cref="ArgumentException">There is no digit, or something else than digits.</exception>
    public static char Of(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || Gs1Charset.Digits.FirstOther(digits) >= 0)
            throw new ArgumentException("A check digit needs digits 0-9 only, at least one.", nameof(digits));
        return After(digits);
    }

    /// <summary>Whether the text has digits only, of which the last is the right check digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits) =>
        digits.Length > 1 && Gs1Charset.Digits.FirstOther(digits) < 0 && After(digits[..^1]) == digits[^1];

    /// <summary>The check digit, without looking whether digits were given.</summary>
    internal static char After(ReadOnlySpan<char> digits)
    {
        var (sum, weight) = (0, 3);
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            sum += (digits[i] - '0') * weight;
            weight = 4 - weight;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
