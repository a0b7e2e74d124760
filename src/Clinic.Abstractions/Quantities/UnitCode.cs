namespace Clinic.Abstractions;

/// <summary>A unit of measure: a UCUM code where one exists, else a braced word.</summary>
/// <remarks>Case matters (<c>mL</c>). 1 to 32 printable characters without spaces. The default value is <c>1</c>.</remarks>
/// <seealso href="https://ucum.org/ucum"/>
public readonly record struct UnitCode
{
    /// <summary>The most characters a code may have.</summary>
    public const int LongestCode = 32;

    private readonly string? code;

    /// <summary>A unit by its code.</summary>
    /// <exception cref="ArgumentException">The code is empty, too long, or holds spaces or control characters.</exception>
    public UnitCode(string code)
    {
        if (!IsValid(code))
            throw new ArgumentException($"A unit code has 1 to {LongestCode} printable characters without spaces.", nameof(code));
        this.code = code;
    }

    /// <summary>Tablets, counted.</summary>
    public static UnitCode Tablet { get; } = new("{tbl}");

    /// <summary>Capsules, counted.</summary>
    public static UnitCode Capsule { get; } = new("{cap}");

    /// <summary>Ampoules, counted.</summary>
    public static UnitCode Ampoule { get; } = new("{ampule}");

    /// <summary>Pieces of any other kind, counted.</summary>
    public static UnitCode Each { get; } = new("{each}");

    /// <summary>Millilitres.</summary>
    public static UnitCode Millilitre { get; } = new("mL");

    /// <summary>Milligrams.</summary>
    public static UnitCode Milligram { get; } = new("mg");

    /// <summary>The code itself, as written in UCUM.</summary>
    public string Code => code ?? "1";

    /// <summary>Says whether a text may be a unit code; never throws.</summary>
    public static bool IsValid(string? code) =>
        code is { Length: > 0 and <= LongestCode } && code.All(c => c is > ' ' and < '\x7f' || (c > '\x9f' && !char.IsWhiteSpace(c)));

    /// <inheritdoc/>
    public override string ToString() => Code;
}
