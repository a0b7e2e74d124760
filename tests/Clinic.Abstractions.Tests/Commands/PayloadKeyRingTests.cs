using System.Text;

namespace Clinic.Abstractions.Tests.Commands;

public sealed class PayloadKeyRingTests
{
    private static readonly byte[] Old = Encoding.ASCII.GetBytes(new string('o', 32));
    private static readonly byte[] New = Encoding.ASCII.GetBytes(new string('n', 32));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_hashed_with_an_older_key_are_still_recognised()
    {
        var desk = new Desk(keys: new("old", new Dictionary<string, byte[]> { ["old"] = Old }));
        var x = desk.As();
        await desk.NoteAsync(x, ct: Ct);

        var rotated = new UnitOfWork(desk.Store, new("new", new Dictionary<string, byte[]> { ["new"] = New, ["old"] = Old }), desk.Clock, desk.Ids);
        var again = await rotated.RunAsync(x, new Note("a"), (_, _) => throw new InvalidOperationException("not run again"), Ct);
        Assert.Equal("a", again.Text);
        var other = await Assert.ThrowsAsync<ClinicRuleException>(() => rotated.RunAsync(x, new Note("b"), (_, _) => Task.FromResult(new NoteAnswer("", 0, 0)), Ct));
        Assert.Equal(ClinicRules.CommandReused, other.Code);

        var forgotten = new UnitOfWork(desk.Store, new("new", new Dictionary<string, byte[]> { ["new"] = New }), desk.Clock, desk.Ids);
        await Assert.ThrowsAsync<InvalidOperationException>(() => forgotten.RunAsync(x, new Note("a"), (_, _) => Task.FromResult(new NoteAnswer("", 0, 0)), Ct));
    }

    [Fact]
    public async Task The_hash_shows_the_key_id_and_nothing_of_the_payload()
    {
        var desk = new Desk(keys: new("old", new Dictionary<string, byte[]> { ["old"] = Old }));
        var (x, y) = (desk.As(), desk.As());
        await desk.NoteAsync(x, "diagnóstico", ct: Ct);
        await desk.NoteAsync(y, "diagnóstico!", ct: Ct);

        var (first, second) = ((await desk.Store.FindCommandAsync(Desk.Tenant, x.Command, Ct))!, (await desk.Store.FindCommandAsync(Desk.Tenant, y.Command, Ct))!);
        Assert.Matches("^old:[0-9a-f]{64}$", first.PayloadHash);
        Assert.NotEqual(first.PayloadHash, second.PayloadHash);
    }

    [Fact]
    public void Keys_that_are_short_or_missing_are_refused_and_never_shown()
    {
        Assert.Throws<ArgumentException>(() => new PayloadKeyRing("a", new Dictionary<string, byte[]> { ["b"] = Old }));
        Assert.Throws<ArgumentException>(() => new PayloadKeyRing("a", new Dictionary<string, byte[]> { ["a"] = new byte[31] }));
        Assert.Throws<ArgumentException>(() => new PayloadKeyRing(" ", new Dictionary<string, byte[]> { [" "] = Old }));
        Assert.Equal("payload keys a, b", new PayloadKeyRing("b", new Dictionary<string, byte[]> { ["b"] = New, ["a"] = Old }).ToString());
    }
}
