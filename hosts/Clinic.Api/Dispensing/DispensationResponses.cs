using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Api.Dispensing;

/// <summary>One product of a dispensation, as lists show it.</summary>
/// <param name="Number">The line's number.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="HandedOver">What was handed over, in base units.</param>
public sealed record ListedLine(int Number, PresentationId Presentation, string Name, Quantity Asked, decimal HandedOver);

/// <summary>A dispensation, as lists show it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Status">How far it is on its way.</param>
/// <param name="Accountability">Whether it is accounted for.</param>
/// <param name="Urgency">Whether it may go ahead of its authorisation.</param>
/// <param name="Target">For whom it is.</param>
/// <param name="Pharmacy">The department that serves it.</param>
/// <param name="Requested">Who asked, and when.</param>
/// <param name="Authorised">Who authorised, and when.</param>
/// <param name="ValidUntil">When the request lapses.</param>
/// <param name="UseBy">By when use must be finished.</param>
/// <param name="Lines">The products.</param>
/// <param name="OpenTickets">How many tickets wait to be resolved.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record ListedDispensation(
    DispensationId Id, DispenseStatus Status, AccountabilityStatus Accountability, Urgency Urgency, DispensationTarget Target, DepartmentId Pharmacy,
    Signed Requested, Signed? Authorised, Instant ValidUntil, Instant? UseBy, IReadOnlyList<ListedLine> Lines, int OpenTickets, long Version)
{
    internal static ListedDispensation Of(Dispensation dispensation)
    {
        var d = dispensation.ToSnapshot();
        return new(
            d.Id, d.Status, d.Accountability, d.Urgency, d.Target, d.Pharmacy, d.Requested, d.Authorised, d.ValidUntil, d.UseBy,
            [.. d.Lines.Select(l => new ListedLine(l.Number, l.Product.Presentation, l.Product.Name, l.Asked, l.HandedOver))], d.Tickets.Count(t => t.IsOpen), d.Version);
    }

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>Who may act on a dispensation next.</summary>
/// <param name="MayAuthorise">Active people who may authorise it; at most 50.</param>
/// <param name="MayPrepare">Active people who may prepare it; at most 50.</param>
public sealed record ResponsibleResponse(IReadOnlyList<PersonId> MayAuthorise, IReadOnlyList<PersonId> MayPrepare);
