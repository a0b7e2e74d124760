using System.Globalization;
using Clinic.Abstractions;

namespace Clinic.Pharmacy.Gs1;

/// <summary>What reading a scan gave: its content, or where and why it cannot be read.</summary>
public abstract record Gs1ScanResult
{
    private Gs1ScanResult()
    {
    }

    /// <summary>The text was read.</summary>
    /// <param name="Scan">What the symbol says.</param>
    public sealed record Read(Gs1Scan Scan) : Gs1ScanResult;

    /// <summary>The text cannot be read.</summary>
    /// <param name="Code">The permanent code of the reason, one of <see cref="PharmacyRules"/> between PHA602 and PHA615.</param>
    /// <param name="Position">The character at fault, from 1; one past the last where the text ends too early.</param>
    /// <param name="Found">The character at that position, or null at the end of the text.</param>
    /// <param name="Identifier">The application identifier concerned, or null.</param>
    /// <param name="Allowed">What is allowed there, in a notation without words; may be empty.</param>
    public sealed record Unreadable(string Code, int Position, char? Found, string? Identifier, string Allowed) : Gs1ScanResult
    {
        /// <summary>The reason as a failed guard, with position, found, identifier and allowed as facts.</summary>
        public RuleFailure ToFailure() => new(
            Code,
            ("position", Position),
            ("found", FoundText()),
            ("identifier", Identifier),
            ("allowed", Allowed));

        /// <summary>The reason for people, in Spanish or English.</summary>
        /// <param name="language">A two-letter language; anything but <c>es</c> reads English.</param>
        public string Describe(string language) => PharmacyRules.Texts.Describe(ToFailure(), language);

        /// <summary>The exception of a workflow that needs the scan: PHA601, and the reason as second failure.</summary>
        public PharmacyException ToException() => new(
        [
            new RuleFailure(
                PharmacyRules.ScanUnreadable,
                ("position", Position),
                ("reason", Code),
                ("found", FoundText())),
            ToFailure(),
        ]);

        private string FoundText() => Found switch
        {
            null => "",
            > ' ' and <= '~' and var printable => printable.ToString(),
            var other => string.Create(CultureInfo.InvariantCulture, $"U+{(int)other:X4}"),
        };
    }
}
