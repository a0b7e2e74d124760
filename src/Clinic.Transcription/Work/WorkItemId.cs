using Clinic.Abstractions;

namespace Clinic.Transcription.Work;

/// <summary>Names one piece of work in the queue.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct WorkItemId : IClinicId<WorkItemId>
{
    /// <summary>Wraps a UUID that names exactly one piece of work.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public WorkItemId(Guid value) => Value = ClinicId.Checked(value, nameof(WorkItemId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static WorkItemId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static WorkItemId Parse(string text) => ClinicId.Parse<WorkItemId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out WorkItemId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out WorkItemId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
