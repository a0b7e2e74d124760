using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>What somebody wrote down for a line; corrections are further entries, nothing is overwritten.</summary>
/// <param name="Round">1 for the first count, then one more with every recount.</param>
/// <param name="Quantity">What was found, zero included.</param>
/// <param name="Occurred">When it was counted; the ledger takes it at this instant.</param>
/// <param name="Recorded">When it was written down.</param>
/// <param name="By">Who counted.</param>
/// <param name="Second">The second counter, or null.</param>
/// <param name="Note">What the counter saw, or null; at most 200 characters.</param>
public sealed record CountEntry(int Round, StockQuantity Quantity, Instant Occurred, Instant Recorded, PersonId By, CountWitness? Second, string? Note);
