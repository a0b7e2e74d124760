using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Names one recall campaign.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct RecallCampaignId : IClinicId<RecallCampaignId>
{
    /// <summary>Wraps a UUID that names exactly one campaign.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public RecallCampaignId(Guid value) => Value = ClinicId.Checked(value, nameof(RecallCampaignId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static RecallCampaignId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static RecallCampaignId Parse(string text) => ClinicId.Parse<RecallCampaignId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out RecallCampaignId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out RecallCampaignId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
