using Clinic.Abstractions;

namespace Clinic.Dispensing.HandOvers;

/// <summary>What was handed over to whom.</summary>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Recipient">Who received.</param>
/// <param name="Items">Each dispensation, in the order of the command.</param>
public sealed record HandOverAnswer(HandOverId HandOver, PersonId Recipient, IReadOnlyList<HandedOverItem> Items);
