using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Rights;

namespace Clinic.Dispensing.Inquiries;

/// <summary>Which dispensations a work list holds for an actor.</summary>
internal static class WorkLists
{
    public static DispensationQuery QueryOf(WorkKind kind, Actor actor, SiteId site)
    {
        var mine = Visibility.DepartmentsOf(actor, null);
        return kind switch
        {
            WorkKind.ToAuthorise => new()
            {
                Site = site,
                Departments = mine,
                IsAuthorised = false,
                Accountabilities = [AccountabilityStatus.None, AccountabilityStatus.Open, AccountabilityStatus.ToReconcile, AccountabilityStatus.UnderReview],
                Statuses = [DispenseStatus.Requested, DispenseStatus.InPreparation, DispenseStatus.OnHold, DispenseStatus.Ready, DispenseStatus.Delivered, DispenseStatus.Stopped],
            },
            // A routine request waits for its authoriser, not for the pharmacy.
            WorkKind.ToPrepare => new()
            {
                Site = site,
                Pharmacies = mine,
                AwaitsAuthoriser = false,
                Statuses = [DispenseStatus.Requested, DispenseStatus.Authorised, DispenseStatus.InPreparation],
            },
            WorkKind.OnHold => new() { Site = site, Pharmacies = mine, Statuses = [DispenseStatus.OnHold] },
            WorkKind.ToHandOver => new() { Site = site, Pharmacies = mine, Statuses = [DispenseStatus.Ready] },
            WorkKind.InUse => new() { Site = site, Departments = mine, Accountabilities = [AccountabilityStatus.Open] },
            WorkKind.ToCount => new() { Site = site, Pharmacies = mine, HasPendingReturn = true },
            WorkKind.ToReconcile => new() { Site = site, Pharmacies = mine, Accountabilities = [AccountabilityStatus.ToReconcile] },
            WorkKind.UnderReview => new() { Site = site, Accountabilities = [AccountabilityStatus.UnderReview], Pharmacies = mine },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown work list."),
        };
    }
}
