using Clinic.Abstractions;

namespace Clinic.Dispensing.Wasting;

/// <summary>The entry that was made, and what is left of the lot.</summary>
/// <param name="Waste">The entry.</param>
/// <param name="Amount">The amount in the account unit.</param>
/// <param name="Unit">The account unit.</param>
/// <param name="Outstanding">What is left of the lot.</param>
/// <param name="Answer">Where the dispensation stands.</param>
public sealed record WasteAnswer(WasteId Waste, decimal Amount, UnitCode Unit, decimal Outstanding, DispensationAnswer Answer);
