using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken.Reading;

internal enum UnitKind
{
    /// <summary>Containers and pieces.</summary>
    Count,

    /// <summary>Mass, volume and activity.</summary>
    Measure,

    /// <summary>"Unidades": pieces or international units, as the presentation decides.</summary>
    Loose,
}

/// <summary>A unit as it is said: singular and plural first, other ways after them.</summary>
internal sealed record UnitWord(string Code, UnitKind Kind, string[] Spanish, string[] English, string[] Signs)
{
    public UnitCode Unit { get; } = new(Code);

    public IEnumerable<string> All => [.. Spanish, .. English, .. Signs];
}
