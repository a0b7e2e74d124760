namespace Clinic.Abstractions;

/// <summary>Names a clinic whose data no other tenant ever sees.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct TenantId : IClinicId<TenantId>
{
    /// <summary>Wraps a UUID that names exactly one tenant.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public TenantId(Guid value) => Value = ClinicId.Checked(value, nameof(TenantId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static TenantId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static TenantId Parse(string text) => ClinicId.Parse<TenantId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out TenantId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out TenantId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
