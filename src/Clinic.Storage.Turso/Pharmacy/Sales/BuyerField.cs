using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;

namespace Clinic.Storage.Turso.Pharmacy.Sales;

/// <summary>The buyer of a sale as one column, encrypted when field keys are configured.</summary>
internal sealed class BuyerField(FieldCipher cipher)
{
    private const string Table = "sales";
    private const string Column = "buyer";

    public string? ActiveId => cipher.ActiveId;

    /// <summary>The column under a certain key, or clear where that is null.</summary>
    public string Seal(string? keyId, Guid tenant, Guid sale, Buyer buyer) =>
        cipher.Seal(keyId, Table, Column, tenant, sale, JsonSerializer.Serialize(buyer, ClinicJson.Options))!;

    /// <summary>The buyer of a column.</summary>
    /// <exception cref="TursoException">The value does not open; the key is named.</exception>
    public Buyer Open(Guid tenant, Guid sale, string stored) =>
        JsonSerializer.Deserialize<Buyer>(cipher.Open(Table, Column, tenant, sale, stored)!, ClinicJson.Options)!;
}
