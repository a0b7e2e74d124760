using Clinic.Abstractions.Administration;
using Clinic.Abstractions.InMemory;
using Clinic.Abstractions.Tests.Administration;
using Clinic.Abstractions.Tests.Commands;
using NodaTime;

namespace Clinic.Abstractions.Tests.Credentials;

public sealed class BadgeTests
{
    private const string Badge = "BADGE-0042";

    private readonly Office office = new();

    [Fact]
    public async Task A_scanned_badge_names_its_person()
    {
        var ana = await PersonAsync("ana");
        var credential = await SetAsync(ana, Badge);
        await SetAsync(await PersonAsync("bea"), "BADGE-0043");

        var accepted = Assert.IsType<CredentialResult.Accepted>(await ScanAsync(Badge, "ward-1"));

        Assert.Equal(new CredentialResult.Accepted(ana, CredentialKind.Badge, credential.Credential, office.Now, "ward-1"), accepted);
    }

    [Fact]
    public async Task A_badge_that_somebody_else_holds_is_refused_and_nobody_is_named()
    {
        var ana = await PersonAsync("ana");
        var bea = await PersonAsync("bea");
        await SetAsync(ana, Badge);
        await SetAsync(bea, "BADGE-0043");

        var refused = await Office.RefusedAsync(ClinicRules.NameTaken, () => SetAsync(bea, Badge));

        Assert.Equal("The badge is taken by somebody else.", refused.Describe(refused.Failures[0], "en"));
        Assert.Equal("Ya lo usa otra persona: credencial.", refused.Describe(refused.Failures[0], "es"));
        var told = string.Join(' ', [refused.ToString(), .. (await office.AuditAsync()).Where(e => e.Outcome == AuditOutcome.Refused).Select(e => e.Note ?? "")]);
        Assert.All([ana.ToString(), Badge], text => Assert.DoesNotContain(text, told, StringComparison.Ordinal));
        Assert.Equal(ana, Assert.IsType<CredentialResult.Accepted>(await ScanAsync(Badge)).Person);
        Assert.Equal(bea, Assert.IsType<CredentialResult.Accepted>(await ScanAsync("BADGE-0043")).Person);
    }

    [Fact]
    public async Task Of_many_who_get_one_badge_at_once_one_holds_it()
    {
        var people = new List<PersonId>();
        for (var i = 0; i < 8; i++) people.Add(await PersonAsync($"ana{i}"));

        var outcomes = await Task.WhenAll(people.Select(p => Task.Run(async () => (await Record.ExceptionAsync(() => SetAsync(p, Badge)) as ClinicRuleException)?.Code)));

        Assert.Equal(1, outcomes.Count(code => code is null));
        Assert.Equal(7, outcomes.Count(code => code == ClinicRules.NameTaken));
    }

    [Fact]
    public async Task A_badge_set_again_replaces_the_one_before()
    {
        var ana = await PersonAsync("ana");
        await SetAsync(ana, Badge);
        await SetAsync(ana, Badge);
        await SetAsync(ana, "BADGE-0043");

        Assert.IsType<CredentialResult.Refused>(await ScanAsync(Badge));
        Assert.IsType<CredentialResult.Accepted>(await ScanAsync("BADGE-0043"));
        await SetAsync(await PersonAsync("bea"), Badge);
    }

    [Fact]
    public async Task The_badge_of_a_retired_person_opens_nothing_and_may_be_given_to_another()
    {
        var ana = await PersonAsync("ana");
        var bea = await PersonAsync("bea");
        await SetAsync(ana, Badge);
        await office.Persons.RetireAsync(office.X(), new RetirePerson(ana, 1), Office.Stop);
        Assert.IsType<CredentialResult.Refused>(await ScanAsync(Badge));

        await SetAsync(bea, Badge);

        Assert.Equal(bea, Assert.IsType<CredentialResult.Accepted>(await ScanAsync(Badge)).Person);
        Assert.Contains(await office.AuditAsync(), e => e.Action == "credential.released" && e.Subject == ClinicFacts.Person(ana));
        Assert.IsType<CredentialResult.Refused>(await office.Verifier.VerifyAsync(Office.Tenant, ana, CredentialKind.Badge, new Secret(Badge), "station", Office.Stop));
    }

    [Fact]
    public async Task A_retired_person_proves_nothing_by_pin_badge_or_password()
    {
        var ana = await PersonAsync("ana");
        await SetAsync(ana, Badge);
        await office.Persons.SetAsync(office.X(), new SetCredential(ana, CredentialKind.Pin, new Secret("4829")), Office.Stop);
        await office.Persons.SetAsync(office.X(), new SetCredential(ana, CredentialKind.Password, new Secret(Office.Password)), Office.Stop);
        Assert.All(await ProveAsync(), answer => Assert.IsType<CredentialResult.Accepted>(answer));

        await office.Persons.RetireAsync(office.X(), new RetirePerson(ana, 1), Office.Stop);

        Assert.All(await ProveAsync(), answer => Assert.Equal(new CredentialResult.Refused(), answer));

        async Task<CredentialResult[]> ProveAsync() =>
        [
            await office.Verifier.VerifyAsync(Office.Tenant, ana, CredentialKind.Pin, new Secret("4829"), "d1", Office.Stop),
            await office.Verifier.VerifyAsync(Office.Tenant, ana, CredentialKind.Badge, new Secret(Badge), "d2", Office.Stop),
            await office.Verifier.VerifyAsync(Office.Tenant, ana, CredentialKind.Password, new Secret(Office.Password), "d3", Office.Stop),
            await ScanAsync(Badge, "d4"),
        ];
    }

    [Theory]
    [InlineData("")]
    [InlineData("BADGE-0041")]
    [InlineData("badge-0042")]
    [InlineData("BADGE-0042\n")]
    [InlineData("4829")]
    public async Task What_is_no_badge_of_anybody_is_refused(string scanned)
    {
        var ana = await PersonAsync("ana");
        await SetAsync(ana, Badge);
        await office.Persons.SetAsync(office.X(), new SetCredential(ana, CredentialKind.Pin, new Secret("4829")), Office.Stop);

        Assert.Equal(new CredentialResult.Refused(), await ScanAsync(scanned));
        Assert.Equal(new CredentialResult.Refused(), await ScanAsync(new string('B', 100_000)));
    }

    [Fact]
    public async Task The_badge_of_another_clinic_is_unknown_here()
    {
        await SetAsync(await PersonAsync("ana"), Badge);

        Assert.IsType<CredentialResult.Refused>(await office.Verifier.IdentifyAsync(new TenantId(Guid.CreateVersion7()), new Secret(Badge), "station", Office.Stop));
    }

    [Fact]
    public async Task A_device_that_scans_many_unknown_badges_is_locked()
    {
        await SetAsync(await PersonAsync("ana"), Badge);
        for (var i = 0; i < 20; i++) Assert.IsType<CredentialResult.Refused>(await ScanAsync($"UNKNOWN-{i}"));

        var locked = Assert.IsType<CredentialResult.Locked>(await ScanAsync(Badge));

        Assert.Equal(office.Now + Duration.FromMinutes(15), locked.Until);
        Assert.IsType<CredentialResult.Accepted>(await ScanAsync(Badge, "other"));
        office.Now += Duration.FromMinutes(15);
        Assert.IsType<CredentialResult.Accepted>(await ScanAsync(Badge));
    }

    [Fact]
    public async Task A_retired_and_an_unknown_badge_lock_after_the_same_number_of_scans()
    {
        var ana = await PersonAsync("ana");
        await SetAsync(ana, Badge);
        await office.Persons.RetireAsync(office.X(), new RetirePerson(ana, 1), Office.Stop);

        foreach (var badge in (string[])[Badge, "UNKNOWN-1"])
        {
            for (var i = 0; i < 5; i++) Assert.IsType<CredentialResult.Refused>(await ScanAsync(badge, $"{badge} {i}"));
            Assert.IsType<CredentialResult.Locked>(await ScanAsync(badge, $"{badge} last"));
        }
    }

    [Fact]
    public async Task A_person_whose_badge_is_locked_is_not_identified_and_a_success_clears_the_counts()
    {
        var ana = await PersonAsync("ana");
        await SetAsync(ana, Badge);
        for (var round = 0; round < 8; round++)
        {
            await ScanAsync("UNKNOWN-1");
            await office.Verifier.VerifyAsync(Office.Tenant, ana, CredentialKind.Badge, new Secret("wrong badge"), "station", Office.Stop);
            Assert.IsType<CredentialResult.Accepted>(await ScanAsync(Badge));
            await office.Credentials.ClearAttemptsAsync(Office.Tenant, CredentialVerifier.DeviceSubject("station"), Office.Stop);
            if (round % 4 == 3) office.Now += Duration.FromMinutes(16);
        }

        for (var i = 0; i < 5; i++) await office.Verifier.VerifyAsync(Office.Tenant, ana, CredentialKind.Badge, new Secret("wrong badge"), $"d{i}", Office.Stop);

        Assert.IsType<CredentialResult.Locked>(await ScanAsync(Badge, "fresh"));
    }

    [Fact]
    public async Task An_unknown_badge_costs_as_many_looks_writes_and_hashes_as_a_known_one()
    {
        var desk = new Desk();
        var (store, people) = (new CountingStore(new InMemoryCredentialStore(desk.Store)), new InMemoryPersonStore(desk.Store));
        var options = new CredentialOptions { Iterations = 300_000 };
        var ana = new Person(desk.Ids.Next<PersonId>(), "Ana", "ana", new HashSet<Role> { Role.Nurse }, new HashSet<DepartmentId>(), IsRetired: true, Version: 1);
        await desk.NoteAsync(desk.As(), also: unit =>
        {
            people.Add(unit, ana);
            store.Save(unit, CredentialHasher.Make(desk.Ids.Next(), ana.Id, CredentialKind.Badge, new Secret(Badge), options.Iterations, desk.Clock.Now, BadgeLookups.Of(Desk.Tenant, new Secret(Badge), desk.Keys)));
        }, ct: Office.Stop);
        var verifier = new CredentialVerifier(store, people, desk.Keys, desk.Clock, options);

        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < 5; i++)
        {
            known.Add(await CostAsync(Badge, $"known {i}"));
            unknown.Add(await CostAsync("UNKNOWN-1", $"unknown {i}"));
        }

        // In turns and by the least of each, since the machine may be busy; without the slow hash it would be far below.
        Assert.InRange(unknown.Min() / known.Min(), 0.4, 2.5);

        async Task<double> CostAsync(string badge, string device)
        {
            store.Calls.Clear();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.IsType<CredentialResult.Refused>(await verifier.IdentifyAsync(Desk.Tenant, new Secret(badge), device, Office.Stop));
            Assert.Equal(["count", "badge", "count"], store.Calls);
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    [Fact]
    public async Task A_badge_is_found_and_stays_taken_while_keys_change()
    {
        var desk = new Desk();
        var (store, people) = (new InMemoryCredentialStore(desk.Store), new InMemoryPersonStore(desk.Store));
        var (k1, k2) = (Key(1), Key(2));
        var first = Administration(new PayloadKeyRing("k1", new Dictionary<string, byte[]> { ["k1"] = k1 }));
        var both = Administration(new PayloadKeyRing("k2", new Dictionary<string, byte[]> { ["k1"] = k1, ["k2"] = k2 }));
        var second = Administration(new PayloadKeyRing("k2", new Dictionary<string, byte[]> { ["k2"] = k2 }));
        var (ana, bea) = (await AddAsync("ana"), await AddAsync("bea"));
        await first.SetAsync(ana, Badge);

        Assert.IsType<CredentialResult.Accepted>(await both.ScanAsync(Badge));
        await Office.RefusedAsync(ClinicRules.NameTaken, () => both.SetAsync(bea, Badge));
        Assert.IsType<CredentialResult.Refused>(await second.ScanAsync(Badge));

        await both.SetAsync(ana, Badge);
        Assert.IsType<CredentialResult.Accepted>(await first.ScanAsync(Badge));
        Assert.IsType<CredentialResult.Accepted>(await second.ScanAsync(Badge));
        await Office.RefusedAsync(ClinicRules.NameTaken, () => second.SetAsync(bea, Badge));

        async Task<PersonId> AddAsync(string name)
        {
            var person = new Person(desk.Ids.Next<PersonId>(), name, name, new HashSet<Role> { Role.Nurse }, new HashSet<DepartmentId>(), IsRetired: false, Version: 1);
            await desk.NoteAsync(desk.As(), also: unit => people.Add(unit, person), ct: Office.Stop);
            return person.Id;
        }

        Counter Administration(PayloadKeyRing keys)
        {
            var options = new CredentialOptions { Iterations = 1000 };
            var verifier = new CredentialVerifier(store, people, keys, desk.Clock, options);
            return new(desk, verifier, new PeopleAdministration(desk.Work, people, new InMemorySiteStore(desk.Store), store, verifier, desk.Ids, options, keys));
        }
    }

    [Fact]
    public async Task Look_ups_show_the_key_id_and_nothing_of_the_badge_and_differ_by_clinic()
    {
        var ana = await PersonAsync("ana");
        await SetAsync(ana, Badge);
        var credential = (await office.Credentials.FindAsync(Office.Tenant, ana, CredentialKind.Badge, Office.Stop))!;
        var keys = new PayloadKeyRing("b", new Dictionary<string, byte[]> { ["a"] = Key(1), ["b"] = Key(2) });

        Assert.Matches("^random:[0-9a-f]{64}$", Assert.Single(credential.BadgeLookups));
        Assert.DoesNotContain(credential.BadgeLookups[0], credential.ToString(), StringComparison.Ordinal);
        Assert.All(await office.AuditAsync(), e => Assert.DoesNotContain(credential.BadgeLookups[0][7..], e.ToString(), StringComparison.Ordinal));
        var here = BadgeLookups.Of(Office.Tenant, new Secret(Badge), keys);
        Assert.Equal(["b", "a"], here.Select(l => l.Split(':')[0]));
        Assert.Equal(here, BadgeLookups.Of(Office.Tenant, new Secret(Badge), keys));
        Assert.Empty(here.Intersect(BadgeLookups.Of(Desk.Tenant, new Secret(Badge), keys)));
        Assert.Throws<ArgumentException>(() => new Credential(Guid.CreateVersion7(), ana, CredentialKind.Pin, 1, default, default, office.Now, here));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_device_without_a_name_is_a_mistake_of_the_caller(string device)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => ScanAsync(Badge, device));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ScanAsync(Badge, new string('d', 101)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => office.Verifier.IdentifyAsync(Office.Tenant, null!, "station", Office.Stop));
    }

    private static byte[] Key(byte fill) => [.. Enumerable.Repeat(fill, PayloadKeyRing.ShortestKey)];

    private async Task<PersonId> PersonAsync(string name) => (await office.AddAsync(name, Role.Nurse)).Person;

    private Task<CredentialAnswer> SetAsync(PersonId person, string badge) =>
        office.Persons.SetAsync(office.X(), new SetCredential(person, CredentialKind.Badge, new Secret(badge)), Office.Stop);

    private Task<CredentialResult> ScanAsync(string badge, string device = "station") =>
        office.Verifier.IdentifyAsync(Office.Tenant, new Secret(badge), device, Office.Stop);

    private sealed record Counter(Desk Desk, ICredentialVerifier Verifier, PeopleAdministration People)
    {
        public Task SetAsync(PersonId person, string badge) => People.SetAsync(
            Desk.As() with { Actor = new Actor(Desk.Ids.Next<PersonId>(), [Role.Administrator], []) }, new SetCredential(person, CredentialKind.Badge, new Secret(badge)), Office.Stop);

        public Task<CredentialResult> ScanAsync(string badge) => Verifier.IdentifyAsync(Desk.Tenant, new Secret(badge), "station", Office.Stop);
    }

    private sealed class CountingStore(ICredentialStore inner) : ICredentialStore
    {
        public List<string> Calls { get; } = [];

        public Task<Credential?> FindAsync(TenantId tenant, PersonId person, CredentialKind kind, CancellationToken cancellationToken) =>
            Counted("find", () => inner.FindAsync(tenant, person, kind, cancellationToken));

        public Task<Credential?> FindBadgeAsync(TenantId tenant, IReadOnlyList<string> lookups, CancellationToken cancellationToken) =>
            Counted("badge", () => inner.FindBadgeAsync(tenant, lookups, cancellationToken));

        public void Save(IUnit unit, Credential credential) => inner.Save(unit, credential);

        public void ReleaseBadge(IUnit unit, PersonId person) => inner.ReleaseBadge(unit, person);

        public Task<Instant?> CountAttemptAsync(TenantId tenant, string subject, Instant now, int limit, Duration lockFor, CancellationToken cancellationToken) =>
            Counted("count", () => inner.CountAttemptAsync(tenant, subject, now, limit, lockFor, cancellationToken));

        public Task ClearAttemptsAsync(TenantId tenant, string subject, CancellationToken cancellationToken) =>
            Counted("clear", () => inner.ClearAttemptsAsync(tenant, subject, cancellationToken));

        private T Counted<T>(string name, Func<T> call)
        {
            Calls.Add(name);
            return call();
        }
    }
}
