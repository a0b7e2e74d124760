namespace Clinic.Abstractions;

/// <summary>Names one intended change, so that repeating it changes nothing twice.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct CommandId : IClinicId<CommandId>
{
    /// <summary>Wraps a UUID that names exactly one command.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public CommandId(Guid value) => Value = ClinicId.Checked(value, nameof(CommandId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static CommandId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static CommandId Parse(string text) => ClinicId.Parse<CommandId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out CommandId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out CommandId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
