using Clinic.Abstractions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Reversing;

public sealed class StockReversingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reversal_is_as_if_it_had_never_been_and_both_stay_in_the_ledger()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var (first, second) = (await h.LotAsync(p, 10, unitCost: 1.5m), await h.LotAsync(p, 10, "L2", new LocalDate(2028, 1, 1)));
        h.Clock.AdvanceMinutes(5);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 15), Ct);
        var issued = h.Clock.Now;
        h.Clock.AdvanceMinutes(5);

        var answer = await h.Reversing.ReverseAsync(h.As(h.Supervisor), new(issue.Posting, "paciente equivocado"), Ct);

        Assert.Equal((issue.Posting, 2), (answer.Reversed, answer.Movements));
        Assert.Equal((10m, 10m), (await h.OnHandAsync(first), await h.OnHandAsync(second)));
        Assert.Equal(6, (await h.LedgerAsync()).Count);
        Assert.Equal(25m, (await h.Inquiries.AsOfAsync(h.Tenant, new(new(), issued), Ct)).Values[0].Amount);
        Assert.Equal(5m, (await h.Inquiries.AsOfAsync(h.Tenant, new(new(), issued, KnownAt: issued), Ct)).Lines.Sum(l => l.OnHand.Value));
    }

    [Fact]
    public async Task Not_twice_not_of_a_reversal_and_not_of_a_count()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 5), Ct);
        var reversal = await h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct);
        var count = await h.Counting.CountAsync(h.As(), new() { Lot = lot, Location = h.Store, Counted = new(9, UnitCode.Tablet) }, Ct);

        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct), PharmacyRules.AlreadyReversed);
        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(reversal.Posting, "error"), Ct), PharmacyRules.ReversalOfReversal);
        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(count.Posting!.Value, "error"), Ct), PharmacyRules.CountNotReversible);
        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(h.Nurse), new(Hospital.Id<PostingId>(4), ""), Ct),
            PharmacyRules.PostingUnknown, PharmacyRules.RoleMissing, PharmacyRules.FieldInvalid);
        Assert.Equal(9, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task A_receipt_cannot_be_taken_back_once_it_has_left()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var receipt = (await h.LedgerAsync())[0].Posting;
        h.Clock.AdvanceMinutes(5);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 5), Ct);

        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(receipt, "error"), Ct), PharmacyRules.StockShort);
        h.Clock.AdvanceMinutes(5);
        await h.Adjusting.AdjustAsync(h.As(), new() { Lot = lot, Location = h.Store, Direction = MovementDirection.In, Quantity = new(9, UnitCode.Tablet), Reason = "hallado" }, Ct);
        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(receipt, "error"), Ct), PharmacyRules.BelowZeroLater);
        await h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct);
        Assert.Equal(19, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task A_reversed_receipt_gives_reservations_back()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10);
        var receipt = (await h.LedgerAsync())[0].Posting;
        var kept = await h.Reservations.ReserveAsync(h.As(), new()
        {
            Owner = "receta",
            Location = h.Store,
            Line = new(p.Id, new Quantity(4, UnitCode.Tablet)),
            Expires = h.Clock.Now + Duration.FromHours(1),
        }, Ct);

        await h.Reversing.ReverseAsync(h.As(), new(receipt, "error"), Ct);

        Assert.Equal(ReservationStatus.Released, (await h.Get<IReservationStore>().FindAsync(h.Tenant, kept.Reservation, Ct))!.Status);
    }

    [Fact]
    public async Task Two_people_who_take_back_the_same_thing_at_once_do_it_once()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 5), Ct);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct);
                return "done";
            }
            catch (PharmacyException e)
            {
                return e.Code;
            }
        })));

        Assert.Single(outcomes, "done");
        Assert.Equal(7, outcomes.Count(o => o == PharmacyRules.AlreadyReversed));
        Assert.Equal(10, await h.OnHandAsync(lot));
    }
}
