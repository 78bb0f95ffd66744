namespace SocialCity.Media.Formats;

/// <summary>What a container said about itself, and what of it is kept.</summary>
/// <param name="Width">In pixels, as stored.</param>
/// <param name="Height">In pixels, as stored.</param>
/// <param name="Orientation">1 to 8, as Exif counts them; from 5 on, width and height change places when shown.</param>
internal sealed record PhotoReading(PhotoFormat Format, int Width, int Height, int Orientation, PhotoPieces Pieces);
