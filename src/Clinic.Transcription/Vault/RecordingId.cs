using Clinic.Abstractions;

namespace Clinic.Transcription.Vault;

/// <summary>Names the recording of one session in the vault; the session's own UUID where there is one.</summary>
/// <remarks>The default value is empty and refused by every vault. Text form: lower-case UUID.</remarks>
public readonly record struct RecordingId : IClinicId<RecordingId>
{
    /// <summary>Wraps a UUID that names exactly one recording.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public RecordingId(Guid value) => Value = ClinicId.Checked(value, nameof(RecordingId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static RecordingId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static RecordingId Parse(string text) => ClinicId.Parse<RecordingId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out RecordingId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out RecordingId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
