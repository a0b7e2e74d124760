using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Tests;

public class DeepgramOptionsTests
{
    [Fact]
    public void Audio_and_text_stay_out_of_training_unless_said_otherwise() => Assert.True(new DeepgramOptions().MipOptOut);

    [Theory]
    [InlineData("https://api.deepgram.com", "global")]
    [InlineData("https://api.eu.deepgram.com", "eu")]
    [InlineData("https://api.au.deepgram.com", "au")]
    public void The_region_follows_from_the_address(string address, string region)
    {
        using var services = Services(o => o.BaseAddress = new Uri(address));

        var capabilities = services.GetRequiredService<IBatchTranscriber>().Capabilities;

        Assert.Equal((true, region, false, false), (capabilities.SendsOutside, capabilities.Region, capabilities.KeepsData, capabilities.Live));
        Assert.True(services.GetRequiredService<ILiveTranscriber>().Capabilities.Live);
    }

    [Theory]
    [InlineData("http://api.deepgram.com")]
    [InlineData("ftp://api.deepgram.com")]
    [InlineData("https://user:pass@api.deepgram.com")]
    [InlineData("https://api.deepgram.com?x=1")]
    [InlineData("relative")]
    public void An_address_that_would_send_audio_unprotected_is_refused(string address)
    {
        using var services = Services(o => o.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.Contains("BaseAddress", Assert.Throws<OptionsValidationException>(services.GetRequiredService<IBatchTranscriber>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Http_is_taken_on_this_machine()
    {
        using var services = Services(o => o.BaseAddress = new Uri("http://127.0.0.1:5000"));

        Assert.False(services.GetRequiredService<IBatchTranscriber>().Capabilities.SendsOutside);
    }

    [Fact]
    public void Every_setting_that_is_out_of_range_is_named()
    {
        using var services = Services(o =>
        {
            (o.ApiKey, o.Model, o.DiarizeModel, o.UtteranceSplit, o.Endpointing, o.UtteranceEnd) = ("a b", "", "v7", Duration.Zero, Duration.FromSeconds(-1), Duration.FromMilliseconds(500));
            (o.InterimResults, o.Version, o.Summarize) = (false, "v 1", "v1");
            o.Replace.Add("nothing");
            o.Tags.Add("");
            o.DetectLanguages.Add("");
            o.Redact.Add("a b");
            o.Search.Add(" ");
            o.Extra.Add(":v");
            o.Patience = new() { Attempts = 0, Reconnects = -1, ReplaySpeed = 2, WaitingFrames = 0, Flush = Duration.Zero, LongestReplay = Duration.FromSeconds(-1) };
        });

        var failures = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IBatchTranscriber>).Failures;

        Assert.Equal(
            ["ApiKey", "Model", "DiarizeModel", "UtteranceSplit", "Endpointing", "UtteranceEnd", "InterimResults", "Version", "Summarize", "DetectLanguages", "Redact", "Replace", "Search", "Extra", "Tags", "Patience:Attempts", "Patience:Reconnects", "Patience:ReplaySpeed", "Patience:WaitingFrames", "Patience:LongestReplay", "Patience"],
            failures.Select(f => f.Split(' ')[0]["Deepgram:".Length..]));
        Assert.DoesNotContain("a b", string.Concat(failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_nothing_is_registered()
    {
        var collection = new ServiceCollection();
        collection.AddClinicTranscription().AddDeepgram(o => o.Model = "nova-3");
        using var services = collection.BuildServiceProvider();

        Assert.Null(services.GetService<IBatchTranscriber>());
        Assert.Null(services.GetService<ILiveTranscriber>());
    }

    [Fact]
    public void The_key_is_in_no_text() => Assert.Equal("Deepgram at api.deepgram.com", new DeepgramOptions { ApiKey = "abc" }.ToString());

    private static ServiceProvider Services(Action<DeepgramOptions> configure)
    {
        var collection = new ServiceCollection();
        collection.AddClinicTranscription().AddDeepgram(o =>
        {
            o.ApiKey = "test-key";
            configure(o);
        });
        return collection.BuildServiceProvider();
    }
}
