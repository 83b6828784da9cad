"""The base map: its Folium map, and what draws land, water, borders and their names in the map's frame."""

from dashboard.map.ground.base_map import BASEMAP_PATH, OWN_ATTRIBUTION, build_base_map

__all__ = ["BASEMAP_PATH", "OWN_ATTRIBUTION", "build_base_map"]
