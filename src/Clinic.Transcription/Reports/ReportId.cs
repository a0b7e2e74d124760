using Clinic.Abstractions;

namespace Clinic.Transcription.Reports;

/// <summary>Names one report of a visit, through all its versions.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ReportId : IClinicId<ReportId>
{
    /// <summary>Wraps a UUID that names exactly one report.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ReportId(Guid value) => Value = ClinicId.Checked(value, nameof(ReportId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ReportId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ReportId Parse(string text) => ClinicId.Parse<ReportId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ReportId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ReportId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
