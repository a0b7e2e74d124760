using Clinic.Abstractions;

namespace Clinic.Dispensing.Usage;

/// <summary>The entry that was made, and what is left of the lot.</summary>
/// <param name="Dose">The entry.</param>
/// <param name="Amount">The amount that counts, in the account unit.</param>
/// <param name="Unit">The account unit.</param>
/// <param name="Outstanding">What is left of the lot; below zero when more was given than delivered.</param>
/// <param name="IsBeyond">Whether a ticket was raised because more was given than delivered.</param>
/// <param name="Answer">Where the dispensation stands.</param>
public sealed record DoseAnswer(DoseId Dose, decimal Amount, UnitCode Unit, decimal Outstanding, bool IsBeyond, DispensationAnswer Answer);
