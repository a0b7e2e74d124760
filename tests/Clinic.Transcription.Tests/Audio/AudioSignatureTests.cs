using Clinic.Transcription.Audio;

namespace Clinic.Transcription.Tests.Audio;

public class AudioSignatureTests
{
    public static TheoryData<AudioContainer, byte[]> Files { get; } = new()
    {
        { AudioContainer.Wav, SampleFiles.Wav() },
        { AudioContainer.WebM, SampleFiles.WebM() },
        { AudioContainer.Ogg, SampleFiles.Ogg() },
        { AudioContainer.Mp4, SampleFiles.Mp4() },
        { AudioContainer.Mp3, SampleFiles.Mp3() },
        { AudioContainer.Mp3, SampleFiles.Mp3(tag: true) },
        { AudioContainer.Flac, SampleFiles.Flac() },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Of_knows_each_kind_by_its_first_bytes(AudioContainer kind, byte[] file)
    {
        Assert.Equal(kind, AudioSignature.Of(file.AsSpan(0, Math.Min(file.Length, AudioSignature.PrefixBytes))));
        Assert.Equal(kind, AudioSignature.Named(AudioSignature.MediaTypeOf(kind) + "; codecs=opus"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("RIFF....AVI ")]
    [InlineData("%PDF-1.7 and so on")]
    [InlineData("<!doctype html><html>")]
    [InlineData("....ftypheic....")]
    [InlineData("ID3")]
    public void Of_what_is_no_recording_is_nothing(string text) => Assert.Null(AudioSignature.Of(System.Text.Encoding.Latin1.GetBytes(text)));

    // AAC in ADTS begins almost like MP3.
    [Fact]
    public void Of_frames_of_another_layer_is_nothing() => Assert.Null(AudioSignature.Of([0xff, 0xf1, 0x50, 0x80, 0, 0, 0, 0]));

    [Fact]
    public void Of_flac_behind_an_id3_tag_is_flac() =>
        Assert.Equal(AudioContainer.Flac, AudioSignature.Of([.. "ID3"u8, 4, 0, 0, 0, 0, 0, 5, .. new byte[5], .. SampleFiles.Flac()]));

    [Fact]
    public void Named_without_a_known_name_is_nothing() => Assert.Null(AudioSignature.Named("text/html"));
}
