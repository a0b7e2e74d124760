using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>A revision of the bill of a stay; revisions are append-only, and the last one counts.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Site">Its site.</param>
/// <param name="Revision">Counts the revisions of the stay, from 1.</param>
/// <param name="Statement">The figures.</param>
/// <param name="StayVersion">The version of the stay that it prices.</param>
/// <param name="By">Who caused it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Reverses">The revision that a credit negates; null for bills.</param>
public sealed record RecordedStatement(
    StayId Stay, SiteId Site, int Revision, ChargeStatement Statement, long StayVersion, PersonId By, Instant At, int? Reverses = null);
