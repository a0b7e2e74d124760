namespace Clinic.Abstractions.Conversations;

/// <summary>Names one sentence that was said or typed, with what was answered.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ConversationId : IClinicId<ConversationId>
{
    /// <summary>Wraps a UUID that names exactly one entry.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ConversationId(Guid value) => Value = ClinicId.Checked(value, nameof(ConversationId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ConversationId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ConversationId Parse(string text) => ClinicId.Parse<ConversationId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ConversationId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ConversationId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
