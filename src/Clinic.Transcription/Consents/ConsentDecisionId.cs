using Clinic.Abstractions;

namespace Clinic.Transcription.Consents;

/// <summary>Names one decision about the recording of a visit.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ConsentDecisionId : IClinicId<ConsentDecisionId>
{
    /// <summary>Wraps a UUID that names exactly one decision.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ConsentDecisionId(Guid value) => Value = ClinicId.Checked(value, nameof(ConsentDecisionId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ConsentDecisionId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ConsentDecisionId Parse(string text) => ClinicId.Parse<ConsentDecisionId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ConsentDecisionId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ConsentDecisionId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
