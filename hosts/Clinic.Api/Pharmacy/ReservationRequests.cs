using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Reservations;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Keeps stock aside.</summary>
/// <param name="Owner">For what it is kept.</param>
/// <param name="Location">Where the stock lies.</param>
/// <param name="Line">What is kept, by policy or chosen lots.</param>
/// <param name="Expires">When it runs out; after now.</param>
/// <param name="Policy">How lots are chosen; missing means first expiry first, all or nothing.</param>
public sealed record ReserveRequest(string Owner, LocationId Location, PickLine Line, Instant Expires, AllocationPolicy? Policy = null)
{
    internal ReserveStock ToCommand() => new() { Owner = Owner, Location = Location, Line = Line, Expires = Expires, Policy = Policy };
}
