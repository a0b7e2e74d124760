using System.Text.Json;
using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Pharmacy;

/// <summary>A command of the pharmacy; its whole content is its payload, since none holds a secret.</summary>
/// <typeparam name="TAnswer">Ids, versions, quantities and codes.</typeparam>
public abstract record PharmacyCommand<TAnswer> : ICommand<TAnswer>
{
    /// <summary>The permanent name, such as <c>pharmacy.issue-stock</c>.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <inheritdoc/>
    public void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("content", JsonSerializer.Serialize(this, GetType(), ClinicJson.Options));
    }

    /// <summary>The name only; contents may point at patients.</summary>
    public sealed override string ToString() => Name;
}
