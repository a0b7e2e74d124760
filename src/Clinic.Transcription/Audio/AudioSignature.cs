using System.Buffers.Binary;

namespace Clinic.Transcription.Audio;

/// <summary>Tells the kind of a recording by its first bytes; what somebody says about it is only compared.</summary>
/// <seealso href="https://mimesniff.spec.whatwg.org/#matching-an-audio-or-video-type-pattern"/>
public static class AudioSignature
{
    /// <summary>As many first bytes as are looked at.</summary>
    public const int PrefixBytes = 64;

    private const int Id3HeaderBytes = 10;

    private static readonly Dictionary<string, AudioContainer> Declared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["audio/wav"] = AudioContainer.Wav,
        ["audio/wave"] = AudioContainer.Wav,
        ["audio/x-wav"] = AudioContainer.Wav,
        ["audio/vnd.wave"] = AudioContainer.Wav,
        ["audio/webm"] = AudioContainer.WebM,
        ["video/webm"] = AudioContainer.WebM,
        ["audio/ogg"] = AudioContainer.Ogg,
        ["audio/opus"] = AudioContainer.Ogg,
        ["application/ogg"] = AudioContainer.Ogg,
        ["audio/mp4"] = AudioContainer.Mp4,
        ["audio/m4a"] = AudioContainer.Mp4,
        ["audio/x-m4a"] = AudioContainer.Mp4,
        ["video/mp4"] = AudioContainer.Mp4,
        ["audio/mpeg"] = AudioContainer.Mp3,
        ["audio/mp3"] = AudioContainer.Mp3,
        ["audio/flac"] = AudioContainer.Flac,
        ["audio/x-flac"] = AudioContainer.Flac,
    };

    private static ReadOnlySpan<byte> EbmlStart => [0x1a, 0x45, 0xdf, 0xa3];

    /// <summary>The kind that the bytes are, or null where they are none that is taken.</summary>
    public static AudioContainer? Of(ReadOnlySpan<byte> prefix)
    {
        if ((prefix.StartsWith("RIFF"u8) || prefix.StartsWith("RF64"u8)) && prefix.Length >= 12 && prefix[8..].StartsWith("WAVE"u8)) return AudioContainer.Wav;
        if (prefix.StartsWith(EbmlStart)) return AudioContainer.WebM;
        if (prefix.StartsWith("OggS"u8)) return AudioContainer.Ogg;
        if (prefix.StartsWith("fLaC"u8)) return AudioContainer.Flac;
        if (prefix.Length >= 12 && prefix[4..].StartsWith("ftyp"u8)) return IsPicture(prefix[8..12]) ? null : AudioContainer.Mp4;
        if (prefix.StartsWith("ID3"u8)) return prefix.Length < Id3HeaderBytes ? null : AfterTag(prefix);
        return prefix.Length >= 4 && Mp3Frame.Read(BinaryPrimitives.ReadUInt32BigEndian(prefix)) is not null ? AudioContainer.Mp3 : null;
    }

    /// <summary>The kind that a media type names, its parameters left out; null where it names none.</summary>
    public static AudioContainer? Named(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return Declared.TryGetValue(mediaType.Split(';')[0].Trim(), out var container) ? container : null;
    }

    /// <summary>The media type under which a kind is kept and sent.</summary>
    public static string MediaTypeOf(AudioContainer container) => container switch
    {
        AudioContainer.Wav => "audio/wav",
        AudioContainer.WebM => "audio/webm",
        AudioContainer.Ogg => "audio/ogg",
        AudioContainer.Mp4 => "audio/mp4",
        AudioContainer.Mp3 => "audio/mpeg",
        AudioContainer.Flac => "audio/flac",
        _ => throw new ArgumentOutOfRangeException(nameof(container)),
    };

    private static AudioContainer AfterTag(ReadOnlySpan<byte> prefix)
    {
        var tag = Mp3Frame.TagBytes(prefix);
        return tag + 4 <= prefix.Length && prefix[(int)tag..].StartsWith("fLaC"u8) ? AudioContainer.Flac : AudioContainer.Mp3;
    }

    // Photographs of telephones come in the same boxes.
    private static bool IsPicture(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("avif"u8);
}
