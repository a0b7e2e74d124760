using Clinic.EmergencyBilling.Statements;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What a stay would cost, in figures and in words, beside what it costs under the prices in force.</summary>
/// <param name="Proposed">The figures under what was asked.</param>
/// <param name="Words">How they come about, sentence by sentence.</param>
/// <param name="InForce">The figures under the published tariffs; null where none is in force.</param>
/// <param name="Difference">Proposed minus in force; null where none is in force or currencies differ.</param>
public sealed record Simulation(ChargeStatement Proposed, IReadOnlyList<string> Words, ChargeStatement? InForce, decimal? Difference);
