using Clinic.Transcription.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.Tests.Live;

public class LiveOptionsTests
{
    [Theory]
    [InlineData(1, 50, 50)]
    [InlineData(1_000, 60_000, 600_000)]
    [InlineData(0, 50, 50, nameof(LiveOptions.MostListeners))]
    [InlineData(1_001, 49, 600_001, nameof(LiveOptions.MostListeners), nameof(LiveOptions.LookEvery), nameof(LiveOptions.IdleAfter))]
    [InlineData(1, 60_001, 49, nameof(LiveOptions.LookEvery), nameof(LiveOptions.IdleAfter))]
    public void Values_outside_of_their_bounds_are_each_named_at_the_start(int listeners, int look, int idle, params string[] named)
    {
        var services = new ServiceCollection();
        services.AddClinicTranscription(o => (o.Live.MostListeners, o.Live.LookEvery, o.Live.IdleAfter) = (listeners, Duration.FromMilliseconds(look), Duration.FromMilliseconds(idle))).UseInMemory();
        using var app = services.BuildServiceProvider();

        var failure = Record.Exception(() => app.GetRequiredService<IOptions<TranscriptionOptions>>().Value) as OptionsValidationException;

        Assert.Equal(named, failure?.Failures.Select(f => f.Split(':')[2].Split(' ')[0]) ?? []);
    }
}
