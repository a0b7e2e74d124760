using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>The number of a buyer's document, checked by the rules of its kind.</summary>
public sealed record DocumentNumber
{
    /// <summary>The number that stands for nobody in particular.</summary>
    public const string OfFinalConsumer = "9999999999999";

    private DocumentNumber(DocumentKind kind, string number)
    {
        Kind = kind;
        Number = number;
    }

    /// <summary>The kind of document.</summary>
    public DocumentKind Kind { get; }

    /// <summary>The number as it is written on it.</summary>
    public string Number { get; }

    /// <summary>A checked number.</summary>
    /// <exception cref="PharmacyException">The number breaks the rules of its kind; the text says which, never the number.</exception>
    public static DocumentNumber Of(DocumentKind kind, string? number) =>
        WhyNot(kind, number) is { } wrong ? throw new PharmacyException([wrong]) : new(kind, number!);

    /// <summary>Null, or the rule of the kind that the number breaks; never shows the number.</summary>
    public static RuleFailure? WhyNot(DocumentKind kind, string? number)
    {
        var allowed = kind switch
        {
            DocumentKind.FinalConsumer => number == OfFinalConsumer ? null : OfFinalConsumer,
            DocumentKind.Cedula => Cedula(number),
            DocumentKind.Ruc => Ruc(number),
            DocumentKind.Passport => IsPassport(number) ? null : "3 to 20 letters, digits or hyphens",
            DocumentKind.Other => TextForm.IsText(number, 20) ? null : "1 to 20 characters",
            _ => "a known kind of document",
        };
        return allowed is null ? null : new(PharmacyRules.DocumentNumberWrong, ("kind", kind), ("allowed", allowed));
    }

    /// <summary>The kind only; the number is personal.</summary>
    public override string ToString() => Kind.ToString();

    private static string? Cedula(string? number)
    {
        if (number is not { Length: 10 } || !number.All(char.IsAsciiDigit)) return "10 digits";
        if (!IsProvince(number)) return "a province of 01 to 24, or 30";
        if (number[2] > '5') return "a third digit of 0 to 5";
        return HasCheckDigitOfTen(number) ? null : "a last digit that checks the others";
    }

    private static string? Ruc(string? number)
    {
        if (number is not { Length: 13 } || !number.All(char.IsAsciiDigit)) return "13 digits";
        if (!IsProvince(number)) return "a province of 01 to 24, or 30";
        // Numbers of companies (a third digit of 9) are given without a check digit by now; a mistake shows when the invoice is asked for.
        return number[2] switch
        {
            <= '5' when !HasCheckDigitOfTen(number) => "a tenth digit that checks the first nine, as on a cédula",
            '6' when !HasCheckDigitOfEleven(number, [3, 2, 7, 6, 5, 4, 3, 2]) => "a ninth digit that checks the first eight, for the public sector",
            '7' or '8' => "a third digit of 0 to 6, or 9",
            '6' => number[9..] == "0000" ? "an establishment from 0001 on" : null,
            _ => number[10..] == "000" ? "an establishment from 001 on" : null,
        };
    }

    // Provinces of Ecuador, and 30 for those registered abroad.
    private static bool IsProvince(string number) => ((number[0] - '0') * 10) + number[1] - '0' is (>= 1 and <= 24) or 30;

    private static bool HasCheckDigitOfTen(string number)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var product = (number[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return (10 - (sum % 10)) % 10 == number[9] - '0';
    }

    private static bool HasCheckDigitOfEleven(string number, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (number[i] - '0') * weights[i];
        var check = (11 - (sum % 11)) % 11;
        return check == number[weights.Length] - '0';
    }

    private static bool IsPassport(string? number) =>
        number is { Length: >= 3 and <= 20 } && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
