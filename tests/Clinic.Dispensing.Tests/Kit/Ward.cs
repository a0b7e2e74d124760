using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Preparing;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Clinic.Testing.Wards;

namespace Clinic.Dispensing.Tests.Kit;

/// <summary>A fresh clinic per test, with the workflows at hand and refusals that change nothing.</summary>
public abstract class Ward : IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected WardWorld World { get; private set; } = null!;

    protected DispensationRequests Requests => World.Get<DispensationRequests>();

    protected DispensationPreparing Preparing => World.Get<DispensationPreparing>();

    protected HandingOver HandingOver => World.Get<HandingOver>();

    protected DoseLog Doses => World.Get<DoseLog>();

    protected WardReturns Returns => World.Get<WardReturns>();

    protected RemainderWaste Wastes => World.Get<RemainderWaste>();

    protected BookClosing Books => World.Get<BookClosing>();

    protected TicketDesk Tickets => World.Get<TicketDesk>();

    protected (PresentationId, decimal, UnitCode) Tablets(decimal count) => (World.Tablet, count, UnitCode.Tablet);

    protected (PresentationId, decimal, UnitCode) Ampoules(decimal count) => (World.Ampoule, count, UnitCode.Ampoule);

    protected (PresentationId, decimal, UnitCode) Vials(decimal count) => (World.Vial, count, new("{vial}"));

    protected (PresentationId, decimal, UnitCode) Syrup(decimal millilitres) => (World.Syrup, millilitres, UnitCode.Millilitre);

    public async ValueTask InitializeAsync() => World = await WardWorld.InMemoryAsync(Ct, Configure);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected virtual void Configure(DispensingOptions options)
    {
    }

    /// <summary>Requested by the nurse, and authorised unless said otherwise.</summary>
    protected async Task<DispensationId> AskedAsync(RequestDispensation request, bool authorise = true)
    {
        var asked = await Requests.RequestAsync(World.As(WardPeople.Nurse), request, Ct);
        if (authorise) await Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked.Dispensation }, Ct);
        return asked.Dispensation;
    }

    protected Task<DispensationId> AskedAsync(params (PresentationId, decimal, UnitCode)[] lines) => AskedAsync(World.Asking(lines));

    /// <summary>Refused with exactly these codes, and nothing of the dispensation or the stock changed.</summary>
    protected async Task<DispensingException> RefusedAsync(Func<Task> act, params string[] codes)
    {
        var known = await AllAsync();
        var before = await new WardLaws(World).StateAsync(known, Ct);
        var e = await Assert.ThrowsAsync<DispensingException>(act);
        Assert.Equal(codes.Order(StringComparer.Ordinal), e.Failures.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.Equal(before, await new WardLaws(World).StateAsync(known, Ct));
        foreach (var failure in e.Failures)
        {
            foreach (var language in new[] { "en", "es" }) Assert.DoesNotContain('{', e.Describe(failure, language).Replace("{tbl}", "", StringComparison.Ordinal).Replace("{ampule}", "", StringComparison.Ordinal).Replace("{vial}", "", StringComparison.Ordinal));
        }

        return e;
    }

    protected async Task<IReadOnlyList<DispensationId>> AllAsync() =>
        [.. (await World.Get<IDispensationStore>().ListAsync(World.Tenant, new(), new(PageRequest.LargestSize), Ct)).Items.Select(d => d.Id)];
}
