using Clinic.Abstractions;
using Clinic.Pharmacy.Receiving;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>A supplier's delivery.</summary>
/// <param name="Location">Where the goods are put.</param>
/// <param name="Supplier">Who delivered.</param>
/// <param name="Lines">The lots, typed or scanned.</param>
/// <param name="Document">The supplier's paper, such as the invoice number.</param>
/// <param name="Received">When it arrived; missing means now.</param>
public sealed record ReceiveRequest(LocationId Location, string Supplier, IReadOnlyList<ReceiveLine> Lines, string? Document = null, Instant? Received = null)
{
    internal ReceiveStock ToCommand() => new() { Location = Location, Supplier = Supplier, Lines = Lines, Document = Document, Received = Received };
}
