using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Api.Dispensing;

/// <summary>Which dispensations are asked for; every part that is missing takes all.</summary>
/// <param name="Status">In this dispense status.</param>
/// <param name="Accountability">In this accountability status.</param>
/// <param name="Department">For one department.</param>
/// <param name="Pharmacy">Served by one department.</param>
/// <param name="Urgency">Only urgent or only routine ones.</param>
/// <param name="IsAuthorised">Only authorised or only unauthorised ones.</param>
/// <param name="HasPendingReturn">Only with or only without a return that waits to be counted.</param>
/// <param name="Patient">For one patient.</param>
/// <param name="Encounter">Of one encounter or stay.</param>
/// <param name="Lot">With one lot kept aside or handed over.</param>
public readonly record struct DispensationFilter(
    Word<DispenseStatus>? Status, Word<AccountabilityStatus>? Accountability, DepartmentId? Department, DepartmentId? Pharmacy, Word<Urgency>? Urgency,
    bool? IsAuthorised, bool? HasPendingReturn, PatientId? Patient, EncounterId? Encounter, LotId? Lot)
{
    internal DispensationQuery Query => new()
    {
        Statuses = Status is { } status ? [status.Value] : [],
        Accountabilities = Accountability is { } accountability ? [accountability.Value] : [],
        Departments = Department is { } department ? [department] : null,
        Pharmacies = Pharmacy is { } pharmacy ? [pharmacy] : null,
        Urgency = Urgency?.Value,
        IsAuthorised = IsAuthorised,
        HasPendingReturn = HasPendingReturn,
        Patient = Patient,
        Encounter = Encounter,
        Lot = Lot,
    };
}
