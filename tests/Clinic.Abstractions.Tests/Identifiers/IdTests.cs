using System.Text.Json;

namespace Clinic.Abstractions.Tests.Identifiers;

public sealed class IdTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("not-a-uuid")]
    [InlineData("{0198c5a2-1111-7000-8000-000000000001}")]
    [InlineData("0198c5a2111170008000000000000001")]
    [InlineData(" 0198c5a2-1111-7000-8000-000000000001")]
    public void Only_a_uuid_that_is_not_empty_is_an_id(string? text)
    {
        Assert.False(LotId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => LotId.Parse(text!));
    }

    [Fact]
    public void An_id_is_lower_case_text_everywhere()
    {
        const string Text = "0198c5a2-abcd-7000-8000-00000000000f";
        var id = LotId.Parse(Text.ToUpperInvariant());

        Assert.Equal(Text, id.ToString());
        Assert.Equal($"\"{Text}\"", JsonSerializer.Serialize(id, ClinicJson.Options));
        Assert.Equal(id, JsonSerializer.Deserialize<LotId>($"\"{Text}\"", ClinicJson.Options));
        Assert.Equal(new Dictionary<LotId, int> { [id] = 1 }, JsonSerializer.Deserialize<Dictionary<LotId, int>>(JsonSerializer.Serialize(new Dictionary<LotId, int> { [id] = 1 }, ClinicJson.Options), ClinicJson.Options));
        Assert.Throws<ArgumentException>(() => new LotId(Guid.Empty));
    }

    [Fact]
    public void Every_id_type_refuses_the_empty_uuid()
    {
        var types = typeof(LotId).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IClinicId<>))).ToList();

        Assert.True(types.Count >= 10);
        Assert.All(types, t => Assert.IsType<ArgumentException>(Record.Exception(() => Activator.CreateInstance(t, Guid.Empty))?.InnerException));
    }

    [Fact]
    public void Generated_ids_begin_with_the_time_of_the_clock()
    {
        var clock = new FakeClock(NodaTime.Instant.FromUtc(2026, 3, 10, 15, 0));
        var ids = new UuidV7Generator(clock);

        var (first, _) = (ids.Next<LotId>(), clock.Now += NodaTime.Duration.FromMilliseconds(1));
        var second = ids.Next<LotId>();

        Assert.Equal(7, first.Value.Version);
        Assert.True(string.CompareOrdinal(first.ToString(), second.ToString()) < 0);
    }

    [Fact]
    public void Ids_of_one_moment_are_in_the_order_of_their_making_also_when_the_clock_is_set_back_a_little()
    {
        var clock = new FakeClock(NodaTime.Instant.FromUtc(2026, 3, 10, 15, 0));
        var ids = new UuidV7Generator(clock);
        var made = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList();
        clock.Now -= NodaTime.Duration.FromSeconds(1);
        made.AddRange(Enumerable.Range(0, 10).Select(_ => ids.Next()));

        Assert.Equal(made.Select(i => i.ToString()), made.Select(i => i.ToString()).Order(StringComparer.Ordinal));
        Assert.All(made, i => Assert.Equal((7, 2), (i.Version, i.Variant >> 2)));
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Fact]
    public void Ids_follow_a_clock_again_that_was_far_ahead()
    {
        var clock = new FakeClock(NodaTime.Instant.FromUtc(2036, 3, 10, 15, 0));
        var ids = new UuidV7Generator(clock);
        var wrong = ids.Next();
        clock.Now = NodaTime.Instant.FromUtc(2026, 3, 10, 15, 0);

        Assert.True(string.CompareOrdinal(ids.Next().ToString(), wrong.ToString()) < 0);
    }

    [Fact]
    public async Task Ids_made_at_once_are_all_different()
    {
        var ids = new UuidV7Generator(new FakeClock(NodaTime.Instant.FromUtc(2026, 3, 10, 15, 0)));

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 2_000).Select(_ => ids.Next()).ToList())));

        // Time and counter alone tell them apart, without the random part.
        Assert.Equal(16_000, made.SelectMany(m => m).Select(i => i.ToString()[..18]).Distinct().Count());
    }
}
