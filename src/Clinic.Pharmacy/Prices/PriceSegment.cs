using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Json;

namespace Clinic.Pharmacy.Prices;

/// <summary>The group of buyers a price list is for: patients, one insurer, staff or one department.</summary>
/// <remarks>The default value is the patients. Text form: <c>patient</c>, <c>insurer:IESS</c>, <c>staff</c>, <c>department:…</c>.</remarks>
[JsonConverter(typeof(PriceSegmentConverter))]
public readonly record struct PriceSegment
{
    /// <summary>The most characters of an insurer's code.</summary>
    public const int LongestCode = 40;

    private PriceSegment(PriceSegmentKind kind, string? insurer, DepartmentId? department)
    {
        Kind = kind;
        Insurer = insurer;
        Department = department;
    }

    /// <summary>Patients who pay for themselves, and the public.</summary>
    public static PriceSegment Patient { get; }

    /// <summary>People who work in the clinic.</summary>
    public static PriceSegment Staff { get; } = new(PriceSegmentKind.Staff, null, null);

    /// <summary>Who pays.</summary>
    public PriceSegmentKind Kind { get; }

    /// <summary>The code of the insurer, such as <c>IESS</c>; null for the other kinds.</summary>
    public string? Insurer { get; }

    /// <summary>The department; null for the other kinds.</summary>
    public DepartmentId? Department { get; }

    /// <summary>The segment of one insurer; codes are compared exactly.</summary>
    /// <exception cref="ArgumentException">The code is empty, too long, or has control characters or outer spaces.</exception>
    public static PriceSegment OfInsurer(string code) =>
        TextForm.IsText(code, LongestCode)
            ? new(PriceSegmentKind.Insurer, code, null)
            : throw new ArgumentException($"An insurer's code has 1 to {LongestCode} characters.", nameof(code));

    /// <summary>The segment of one department.</summary>
    public static PriceSegment OfDepartment(DepartmentId department)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(department, default);
        return new(PriceSegmentKind.Department, null, department);
    }

    /// <summary>Reads the text form without throwing; false when it is none.</summary>
    public static bool TryParse(string? text, out PriceSegment segment)
    {
        segment = default;
        var mark = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var (word, rest) = mark < 0 ? (text, "") : (text![..mark], text[(mark + 1)..]);
        switch (word)
        {
            case "patient" when mark < 0:
                return true;
            case "staff" when mark < 0:
                segment = Staff;
                return true;
            case "insurer" when TextForm.IsText(rest, LongestCode):
                segment = OfInsurer(rest);
                return true;
            case "department" when DepartmentId.TryParse(rest, out var department):
                segment = OfDepartment(department);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads the text form without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out PriceSegment segment) => TryParse(text, out segment);

    /// <summary>The text form.</summary>
    public override string ToString() => Kind switch
    {
        PriceSegmentKind.Insurer => $"insurer:{Insurer}",
        PriceSegmentKind.Department => $"department:{Department}",
        PriceSegmentKind.Staff => "staff",
        _ => "patient",
    };
}
