using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.Pharmacy.Labels;
using Clinic.Testing.Wards;

namespace Clinic.Bridges.Tests.Dispensing;

public class DispensingLabelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_lies_ready_and_what_left_is_labelled_lot_by_lot()
    {
        var world = await WardWorld.InMemoryAsync(Ct);
        var id = await world.ReadyAsync(Ct, (world.Tablet, 110, UnitCode.Tablet), (world.Vial, 1, new("{vial}")));
        var labels = world.Get<DispensingLabels>();

        var ready = await labels.OfAsync(world.As(WardPeople.Auxiliary), id, Ct);
        await world.Get<Clinic.Dispensing.HandOvers.HandingOver>().HandOverAsync(world.As(WardPeople.Auxiliary), world.HandingOver(id), Ct);
        var left = await labels.OfAsync(world.As(WardPeople.Auxiliary), id, Ct);

        Assert.Equal(["100 tbl", "10 tbl", "1 vial"], ready!.Select(l => l.Quantity));
        Assert.Equal(ready!.Select(l => (l.Lot.LotNumber, l.Quantity)), left!.Select(l => (l.Lot.LotNumber, l.Quantity)));
        Assert.Null(await labels.OfAsync(world.As(WardPeople.FloorNurse), id, Ct));
        Assert.StartsWith($"01{WardWorld.TabletGtin}17260930", left![0].Lot.ElementString![^(2 + 14 + 8 + 4)..], StringComparison.Ordinal);
        Assert.Equal(2, (await world.Get<IAuditLog>().ListAsync(world.Tenant, new(), new(500), Ct)).Items.Count(e => e.Action == "dispensation.labelled"));
    }

    [Fact]
    public async Task A_label_escapes_texts_shows_initials_and_says_how_long_it_may_be_used()
    {
        var world = await WardWorld.InMemoryAsync(Ct);
        var id = await world.ReadyAsync(Ct, (world.Vial, 1, new("{vial}")));
        var one = Assert.Single((await world.Get<DispensingLabels>().OfAsync(world.As(WardPeople.Pharmacist), id, Ct))!) with { Directions = "<b>1 mL</b> c/8 h" };

        var markup = DispensingLabel.Html([one, one], LabelSize.Small, "es");
        var html = System.Net.WebUtility.HtmlDecode(markup);

        Assert.Contains("&lt;b&gt;1 mL&lt;/b&gt; c/8 h", markup, StringComparison.Ordinal);
        Assert.Contains("Una vez abierto, usar dentro de: <b>28 días</b>", html, StringComparison.Ordinal);
        Assert.Contains("Receta: <b>R-1001</b>", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<section>").Length - 1);
        Assert.Matches(@"^(\w\. ?)+$", one.For);
        Assert.Contains("Once opened, use within: <b>28 days</b>", DispensingLabel.Html([one], LabelSize.Large, "en"), StringComparison.Ordinal);
    }
}
