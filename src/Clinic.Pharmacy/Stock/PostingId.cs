using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>Names the movements that one act wrote together.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct PostingId : IClinicId<PostingId>
{
    /// <summary>Wraps a UUID that names exactly one posting.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public PostingId(Guid value) => Value = ClinicId.Checked(value, nameof(PostingId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static PostingId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static PostingId Parse(string text) => ClinicId.Parse<PostingId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out PostingId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out PostingId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
